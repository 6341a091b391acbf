package io.quittance.persistence.database;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** When something is due, by our clock: bound by the database's ({@link DatabaseClock}), and read by {@link Cells#due}. */
public record Due(Instant time) {
    public Due {
        Objects.requireNonNull(time, "time");
    }

    public static Optional<Due> at(Optional<Instant> time) {
        return time.map(Due::new);
    }
}
