package io.quittance.persistence.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * The connections of one instance, by what they are for. When one of them finds that its server is gone or takes no
 * writes any more, all are given up: the others would find it out one by one, and what only reads never.
 */
final class Pools implements AutoCloseable {
    /** Many find the same out at the same moment; what is found out meanwhile is acted upon at its end. */
    private static final Duration APART = Duration.ofSeconds(1);

    private final Servers servers;
    private final AtomicBoolean lately = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private final Pool requests;
    private final Pool work;
    private final Pool leases;
    private final Optional<Compaction> compaction;
    private volatile List<Pool> open = List.of();

    Pools(Servers servers, DatabaseLimits limits) {
        Outage outage = Outage.logged();
        this.servers = servers;
        Optional<WriteTurn> turn =
                servers.areEmbedded() ? Optional.of(new WriteTurn(Connectors.LOCK)) : Optional.empty();
        UnaryOperator<Connection> dress =
                turn.<UnaryOperator<Connection>>map(one -> one::over).orElse(UnaryOperator.identity());
        ServerSource usual = new ServerSource(servers, Timeouts.USUAL, dress);
        ServerSource prompt = new ServerSource(servers, Timeouts.PROMPT, dress);
        this.requests = new Pool(servers, usual, "requests", limits.connections(), outage, this::lost);
        this.work = new Pool(servers, usual, "work", limits.workConnections(), outage, this::lost);
        this.leases = new Pool(servers, prompt, "leases", 1, outage, this::lost);
        this.open = List.of(requests, work, leases);
        this.compaction = turn.filter(_ -> servers.areFile()).map(one -> new Compaction(work, one));
        compaction.ifPresent(Compaction::start);
    }

    Pool requests() {
        return requests;
    }

    /** For what works off what is owed. */
    Pool work() {
        return work;
    }

    /** One connection. */
    Pool leases() {
        return leases;
    }

    private void lost(SQLException why) {
        if (lately.getAndSet(true)) {
            again.set(true);
            return;
        }
        giveUpAll();
        CompletableFuture.delayedExecutor(APART.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    lately.set(false);
                    if (again.getAndSet(false)) {
                        giveUpAll();
                    }
                });
    }

    private void giveUpAll() {
        servers.forget();
        open.forEach(Pool::giveUpAll);
    }

    @Override
    public void close() {
        compaction.ifPresent(Compaction::close);
        leases.close();
        work.close();
        requests.close();
    }
}
