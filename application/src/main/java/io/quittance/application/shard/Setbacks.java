package io.quittance.application.shard;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.quittance.application.transaction.StoreUnavailable;
import io.quittance.domain.text.CardNumbers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happens to an entry that cannot be worked on: one that cannot be read is set aside at once, one whose handling
 * throws is tried again ever later and then set aside. The others of its lane go on.
 */
final class Setbacks<Q extends Queued> {
    /** How long an entry waits after the database was away. */
    static final Duration AWAY = Duration.ofSeconds(2);

    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10));

    private static final System.Logger LOG = System.getLogger(Setbacks.class.getName());

    private final QueueWorker.Queue<Q> queue;
    private final Workplace at;

    Setbacks(QueueWorker.Queue<Q> queue, Workplace at) {
        this.queue = queue;
        this.at = at;
    }

    void unreadable(Lease lease, Page.Unreadable one) {
        LOG.log(ERROR, "{0}: entry {1} cannot be read and is set aside: {2}", queue.name(), one.id() + "", one.why());
        at.fence().inOne(lease, false, () -> {
            queue.owed().setAside(one.id(), CardNumbers.masked(one.why()));
            return true;
        });
    }

    /** @return when the entry is tried again; empty if it is not */
    Optional<Instant> stumbled(Lease lease, Q entry, RuntimeException fault) {
        LOG.log(WARNING, queue.name() + ": an unexpected fault at " + entry.about(), fault);
        try {
            return at.fence().inOne(lease, Optional.empty(), () -> putOff(entry, fault));
        } catch (StoreUnavailable _) {
            return Optional.of(at.clock().instant().plus(AWAY));
        }
    }

    private Optional<Instant> putOff(Q entry, RuntimeException fault) {
        Instant now = at.clock().instant();
        int times = queue.owed().stumbled(entry.id());
        if (times == 0) {
            return Optional.empty();
        }
        if (times > WAITS.size()) {
            LOG.log(ERROR, "{0}: {1} is set aside after {2} faults", queue.name(), entry.about(), times);
            queue.owed().setAside(entry.id(), CardNumbers.masked(fault.toString()));
            return Optional.empty();
        }
        Instant again = now.plus(WAITS.get(times - 1));
        queue.owed().putOff(entry.id(), again);
        return Optional.of(again);
    }

    /** What another version has set aside is given another chance by this one. */
    void recall() {
        int recalled = queue.owed().recall(at.clock().instant());
        if (recalled > 0) {
            LOG.log(INFO, "{0}: {1} entries that another version set aside are tried again", queue.name(), recalled);
        }
    }
}
