package io.quittance.bootstrap.wiring;

import io.quittance.application.shard.Leases;
import io.quittance.bootstrap.management.Health;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether the database can be written to, as the renewal of the leases tells: that is a write which is made every two seconds
 * anyway, so nothing has to be asked for health alone.
 *
 * @param renewed how long ago that was; empty while this instance has no leases, which is another sign
 * @param trouble why the last try failed, if it did
 */
record LeaseSign(Supplier<Optional<Duration>> renewed, Supplier<Optional<String>> trouble) implements Health.Sign {
    @Override
    public Optional<String> wrong() {
        return trouble.get().map(why -> "cannot write: " + why).or(this::late);
    }

    /** Neither renewed nor failed: whoever was asked does not answer. */
    private Optional<String> late() {
        return renewed.get()
                .filter(span -> span.compareTo(Leases.SPAN) >= 0)
                .map(span -> "cannot write: the database does not answer; the leases were renewed " + span.toSeconds()
                        + " s ago (expected: within " + Leases.SPAN.toSeconds() + " s)");
    }
}
