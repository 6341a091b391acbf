package io.quittance.persistence.database;

import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of a database that is away, and of pools that are too small. Whoever missed it says nothing more. */
final class Outage {
    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    private final LongSupplier nanos;
    private final Consumer<String> warned;
    private final Span span;

    /** @param away hears of the outage, {@code warned} of its end and of pools */
    Outage(LongSupplier nanos, Consumer<String> away, Consumer<String> warned) {
        this.nanos = nanos;
        this.warned = warned;
        this.span = new Span(nanos, away, warned, "missed", "The database is back");
    }

    static Outage logged() {
        return new Outage(System::nanoTime, LOG::error, LOG::warn);
    }

    /** Somebody missed it. @param purpose what for, in words that follow "could not" */
    void missed(String purpose, SQLException e) {
        span.happened(() -> DatabaseUnavailable.during(purpose, e).getMessage());
    }

    /** Somebody had what he wanted of it. */
    void answered() {
        span.answered();
    }

    /** For connections of that pool which are all in use: more is asked for at once than they carry, and the database is not away. */
    Span shortage(String pool) {
        return new Span(nanos, warned, warned, "so", "Connections for " + pool + " are free again");
    }
}
