package io.quittance.bootstrap.architecture.samples.application;

import java.util.function.LongSupplier;

/** A use case must be given what it measures by. */
public final class MeasuresByTheMachine {
    public LongSupplier measures() {
        return System::nanoTime;
    }
}
