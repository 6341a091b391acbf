package io.quittance.persistence.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * The servers that the URL names, and which of them takes writes. Every connection is to that one: the one that did last
 * is tried first, then all in the order of the URL, each a moment after the one before, so that one that is silent holds
 * up nobody.
 */
final class Servers {
    private static final Duration HEAD_START = Duration.ofMillis(500);

    private final DatabaseSettings settings;
    private volatile Optional<String> last = Optional.empty();
    private volatile Optional<SQLException> trouble = Optional.empty();

    Servers(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** Whether it is a database in this process. */
    boolean areEmbedded() {
        return settings.isEmbedded();
    }

    /** Whether they are one that keeps what it has in a file of ours. */
    boolean areFile() {
        return settings.file().isPresent();
    }

    /** Why no connection could be had the last time; empty if one could. */
    Optional<SQLException> trouble() {
        return trouble;
    }

    /** The server that took writes last may be it no more: all are asked in the order of the URL. */
    void forget() {
        last = Optional.empty();
    }

    /** @throws SQLException why none of them can be used, or the one that a person has to do something about */
    Connection connect(Timeouts timeouts) throws SQLException {
        try {
            Connection found = settings.isEmbedded() ? plain(settings.servers().getFirst(), timeouts) : first(timeouts);
            trouble = Optional.empty();
            return found;
        } catch (SQLException e) {
            last = Optional.empty();
            trouble = Optional.of(e);
            throw e;
        }
    }

    private List<String> order() {
        List<String> order = new ArrayList<>();
        last.ifPresent(order::add);
        settings.servers().stream().filter(url -> !order.contains(url)).forEach(order::add);
        return order;
    }

    private Connection first(Timeouts timeouts) throws SQLException {
        List<String> order = order();
        if (order.size() == 1) {
            return checked(order.getFirst(), timeouts);
        }
        BlockingQueue<Tried> answers = new LinkedBlockingQueue<>();
        AtomicBoolean over = new AtomicBoolean();
        Map<String, SQLException> failures = new LinkedHashMap<>();
        try {
            int begun = 0;
            while (failures.size() < order.size()) {
                if (begun < order.size()) {
                    begin(order.get(begun++), timeouts, answers, over);
                }
                Optional<Tried> answer = begun < order.size()
                        ? Optional.ofNullable(answers.poll(HEAD_START.toMillis(), TimeUnit.MILLISECONDS))
                        : Optional.of(answers.take());
                if (answer.isPresent() && answer.get().found().isPresent()) {
                    last = Optional.of(answer.get().url());
                    return answer.get().found().get();
                }
                answer.ifPresent(
                        tried -> failures.put(tried.url(), tried.failure().orElseThrow()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted", e);
        } finally {
            over.set(true);
            answers.forEach(Tried::discard);
        }
        throw telling(failures);
    }

    private record Tried(String url, Optional<Connection> found, Optional<SQLException> failure) {
        void discard() {
            found.ifPresent(Servers::close);
        }
    }

    /** One that is found too late is closed by whoever sees it last. */
    private void begin(String url, Timeouts timeouts, BlockingQueue<Tried> answers, AtomicBoolean over) {
        Thread.ofVirtual().name("looking for the database").start(() -> {
            Tried tried = tried(url, timeouts);
            answers.add(tried);
            if (over.get() && answers.remove(tried)) {
                tried.discard();
            }
        });
    }

    private Tried tried(String url, Timeouts timeouts) {
        try {
            return new Tried(url, Optional.of(checked(url, timeouts)), Optional.empty());
        } catch (SQLException e) {
            return new Tried(url, Optional.empty(), Optional.of(e));
        } catch (RuntimeException e) {
            return new Tried(url, Optional.empty(), Optional.of(new SQLTransientConnectionException(e)));
        }
    }

    /** Until it has been asked what it is, it gets little time: the others wait for that. */
    private Connection checked(String url, Timeouts timeouts) throws SQLException {
        Connection connection = plain(url, settings.servers().size() > 1 ? timeouts.shortened() : timeouts);
        boolean usable = false;
        try {
            WriteCheck.require(connection);
            connection.setNetworkTimeout(Runnable::run, (int) timeouts.answer().toMillis());
            usable = true;
            return connection;
        } finally {
            if (!usable) {
                close(connection);
            }
        }
    }

    private Connection plain(String url, Timeouts timeouts) throws SQLException {
        Properties properties = Connectors.properties(settings, timeouts);
        return DriverManager.getConnection(Connectors.url(url), properties);
    }

    /** If one only has not been elected yet, that passes; what a person must set right is told first otherwise. */
    private SQLException telling(Map<String, SQLException> failures) {
        boolean elections = failures.values().stream().anyMatch(TakesNoWrites.class::isInstance);
        return failures.values().stream()
                .filter(one -> !elections && Refusals.needsAPerson(one))
                .findFirst()
                .orElseGet(() -> new TakesNoWrites(failures.entrySet().stream()
                        .map(one ->
                                DatabaseSettings.host(one.getKey()) + ": " + DatabaseUnavailable.reason(one.getValue()))
                        .collect(Collectors.joining("; "))));
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException _) {
            // It was of no use.
        }
    }
}
