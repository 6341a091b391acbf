package io.quittance.bootstrap.wiring;

import io.quittance.bootstrap.management.Health;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether a worker turns: one whose thread has died, or hangs, leaves its queue to nobody. */
record WorkerSign(String what, Supplier<Duration> sinceTurned) implements Health.Sign {
    /** It looks every few seconds; a database that falls silent holds it up for some ten. */
    static final Duration LATELY = Duration.ofSeconds(30);

    @Override
    public Optional<String> wrong() {
        Duration since = sinceTurned.get();
        return since.compareTo(LATELY) < 0
                ? Optional.empty()
                : Optional.of("the worker of " + what + " has not turned for " + since.toSeconds()
                        + " s (expected: within " + LATELY.toSeconds() + " s)");
    }
}
