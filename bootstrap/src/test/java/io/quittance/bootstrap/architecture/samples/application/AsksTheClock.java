package io.quittance.bootstrap.architecture.samples.application;

import java.time.Instant;

/** A use case must be given its clock. */
public final class AsksTheClock {
    public Instant asks() {
        return Instant.now();
    }
}
