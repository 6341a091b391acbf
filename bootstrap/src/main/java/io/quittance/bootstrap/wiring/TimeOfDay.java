package io.quittance.bootstrap.wiring;

import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** What time it is for everything in here. Whole milliseconds: what goes through a database or the wire comes back as it was. */
record TimeOfDay(InstantSource clock) {
    static TimeOfDay ofThisMachine() {
        return new TimeOfDay(Clock.tickMillis(ZoneOffset.UTC));
    }
}
