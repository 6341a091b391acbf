package io.quittance.domain.text;

import java.util.Objects;

/**
 * What is wrong with a value, in words that show nothing secret of it.
 *
 * @param what as a sentence without its full stop, as {@code it has a user in it}
 * @param expected in few words
 */
public record Flaw(String what, String expected) {
    public Flaw {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(expected, "expected");
    }

    @Override
    public String toString() {
        return what + " (expected: " + expected + ")";
    }
}
