package io.quittance.application.upstream;

import io.quittance.application.errand.Errand;
import io.quittance.application.shard.Lease;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What this process knows of calls whose mark stands in the database and whose end does not: that one was never made, as
 * the answer to the mark's commit was lost, or what upstream answered, as that could not be kept. A mark that it knows
 * nothing of is another's, or was left before a restart: then nobody knows.
 *
 * <p>What it knows counts under the same lease only. Meanwhile another owner may have made the same call, and have left the
 * same mark.
 */
final class OwnCalls {
    private final Map<Long, Known> known = new ConcurrentHashMap<>();

    /** @param answered keeps what came of the call; empty if it was not made */
    private record Known(Lease lease, Errand begun, Optional<Supplier<Optional<Instant>>> answered) {
        boolean isOf(Lease now, Errand found) {
            return found.sending()
                    && lease.equals(now)
                    && begun.step() == found.step()
                    && begun.attempt() == found.attempt();
        }
    }

    /** Its mark is being written; unless {@link #forget} follows, the call was not made. */
    void beginning(Lease lease, Errand begun) {
        keep(new Known(lease, begun, Optional.empty()));
    }

    /** @param keep tries again to keep what came of it */
    void answered(Lease lease, Errand begun, Supplier<Optional<Instant>> keep) {
        keep(new Known(lease, begun, Optional.of(keep)));
    }

    /** What became of it stands in the database, or nobody will know. */
    void forget(Errand errand) {
        known.remove(errand.id());
    }

    /** Whether the mark of that errand is our own, and no call followed. */
    boolean wasNotMade(Lease lease, Errand found) {
        return of(lease, found).filter(one -> one.answered().isEmpty()).isPresent();
    }

    /** How to keep what upstream answered to that errand's call, if it could not be kept yet. */
    Optional<Supplier<Optional<Instant>>> unkept(Lease lease, Errand found) {
        return of(lease, found).flatMap(Known::answered);
    }

    private Optional<Known> of(Lease lease, Errand found) {
        return Optional.ofNullable(known.get(found.id())).filter(one -> one.isOf(lease, found));
    }

    private void keep(Known one) {
        known.values()
                .removeIf(other -> other.lease().shard().equals(one.lease().shard())
                        && !other.lease().equals(one.lease()));
        known.put(one.begun().id(), one);
    }
}
