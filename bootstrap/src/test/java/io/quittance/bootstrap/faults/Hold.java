package io.quittance.bootstrap.faults;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The lock of an authorized order, and what was asked of it, as the tables have them.
 *
 * @param state where the hold stands; empty while no authorization is known
 */
record Hold(String order, String state, Optional<BigDecimal> amount, Captures captures, Cancels cancels) {
    /** How many there are. */
    record Captures(int pending, int collected) {}

    /** How many there are. */
    record Cancels(int pending, int done) {}

    boolean known() {
        return !state.isEmpty();
    }

    /** It must stand where what was asked of it leaves it: nobody comes by later to end it. */
    List<String> wrong() {
        if (!known() || state.equals(follows())) {
            return List.of();
        }
        boolean open = captures.pending() > 0 || cancels.pending() > 0;
        boolean waits = state.equals("CAPTURING") || state.equals("CANCELLING");
        return List.of(order + ": its hold is " + state + " (expected: " + follows() + ")"
                + (waits && !open ? ", and as nothing is open, nobody ends it" : ""));
    }

    private String follows() {
        if (cancels.done() > 0) {
            return "CANCELLED";
        }
        if (captures.collected() > 0) {
            return "CAPTURED";
        }
        if (cancels.pending() > 0) {
            return "CANCELLING";
        }
        return captures.pending() > 0 ? "CAPTURING" : "OPEN";
    }
}
