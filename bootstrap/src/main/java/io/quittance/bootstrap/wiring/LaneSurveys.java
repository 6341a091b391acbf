package io.quittance.bootstrap.wiring;

import io.quittance.application.shard.Backlog;
import io.quittance.application.shard.Leases;
import io.quittance.application.shard.Owed;
import io.quittance.bootstrap.management.Survey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * How much waits in each lane of a queue, and for how long the first has been due. Of the shards of this instance only: what
 * all instances show together is the whole, and none counts what another counts.
 */
final class LaneSurveys {
    private final Owed<?> owed;
    private final Leases leases;
    private final InstantSource clock;

    /** Both surveys are of one look, so that it costs one statement. */
    private volatile List<Backlog> found = List.of();

    LaneSurveys(Owed<?> owed, Leases leases, InstantSource clock) {
        this.owed = owed;
        this.leases = leases;
        this.clock = clock;
    }

    /** Looks. */
    Survey depth(String queue, String description) {
        return Survey.byLane("quittance." + queue + ".waiting", description, Long::sum, () -> {
            found = owed.backlog(leases.current().keySet());
            return by(Backlog::depth);
        });
    }

    /** Of what was found when it was last looked, at most one round ago. */
    Survey late(String queue, String description) {
        return Survey.byLane(
                "quittance." + queue + ".late.seconds", description, Long::max, () -> by(this::secondsLate));
    }

    private long secondsLate(Backlog backlog) {
        return Math.max(0, Duration.between(backlog.earliest(), clock.instant()).toSeconds());
    }

    private Map<String, Long> by(ToLongFunction<Backlog> number) {
        return found.stream().collect(Collectors.toMap(backlog -> Long.toString(backlog.lane()), number::applyAsLong));
    }
}
