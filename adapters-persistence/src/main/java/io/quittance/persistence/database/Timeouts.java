package io.quittance.persistence.database;

import java.time.Duration;

/**
 * How long a server may be silent.
 *
 * @param connect until a connection is there
 * @param answer until a statement is answered; zero for as long as it takes
 */
record Timeouts(Duration connect, Duration answer) {
    /**
     * The answer is longer than any statement of ours may take, lock waits included, and shorter than our callers wait: if
     * the server falls silent, whoever waits for it must still be answered.
     */
    static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(10));

    /** For changes of the schema: those of a large table take as long as they take, and a cut would leave them half done. */
    static final Timeouts PATIENT = new Timeouts(Duration.ofSeconds(3), Duration.ZERO);

    /** For the leases: one that hangs is given up early enough for another one to renew them before they run out. */
    static final Timeouts PROMPT = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2));

    /** While it is not known yet whether that server is the one to speak with. */
    Timeouts shortened() {
        return new Timeouts(connect, connect);
    }
}
