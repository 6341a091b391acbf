package io.quittance.bootstrap.management;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether this instance can do its work, from what is known already: nothing here asks anybody, so that the answer comes at
 * once whatever is away. Being alive never depends on the database, or a restart would follow.
 */
public final class Health {
    private final Sign database;
    private final List<Sign> others;
    private final Upstream upstream;
    private final About about;
    private volatile boolean serving;

    /** What does not change while it runs. */
    public record About(String version, String crypto, String database, String upstream) {}

    /** One thing without which it cannot do its work. */
    @FunctionalInterface
    public interface Sign {
        /** What is wrong, in words; must not wait. */
        Optional<String> wrong();
    }

    /** How we stand with upstream; kept, so that asking never waits. */
    public interface Upstream {
        /** What is wrong with the addresses at which nothing was ever heard from those whom we asked. */
        List<String> misplaced();

        /** What a person has to set right although this instance does its work: apps that it refuses, an address that fails. */
        List<String> warnings();
    }

    /** @param database whether it can be written to */
    public Health(Sign database, List<Sign> others, Upstream upstream, About about) {
        this.database = database;
        this.others = List.copyOf(others);
        this.upstream = upstream;
        this.about = about;
    }

    /** Told when everything is started, and when stopping begins. */
    public void serving(boolean now) {
        serving = now;
    }

    /** At one moment. @param reasons why it is not ready; none if it is */
    record State(boolean database, List<String> reasons, List<String> warnings) {
        boolean ready() {
            return reasons.isEmpty();
        }
    }

    State now() {
        Optional<String> away = database.wrong();
        Stream<String> signs = others.stream().map(Sign::wrong).flatMap(Optional::stream);
        Stream<String> stage = serving ? Stream.empty() : Stream.of("it is starting or stopping");
        List<String> reasons = Stream.of(away.stream(), stage, signs, upstream.misplaced().stream())
                .flatMap(part -> part)
                .toList();
        return new State(away.isEmpty(), reasons, upstream.warnings());
    }

    About about() {
        return about;
    }
}
