package io.quittance.http.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the side fields of one message from upstream, and keeps which of them made no sense. State, id and the order's own
 * amount decide, and are read strictly elsewhere; whatever stands in any other field never keeps news of money from being
 * taken in.
 */
public final class Oddities {
    private final List<String> notes = new ArrayList<>();

    /** How one field is read. */
    @FunctionalInterface
    public interface Reading<T> {
        Optional<T> read() throws Refusal;
    }

    /** What stands in a side field; empty, and noted, if it makes no sense. */
    public <T> Optional<T> side(Reading<T> reading) {
        try {
            return reading.read();
        } catch (Refusal refusal) {
            note(refusal);
            return Optional.empty();
        }
    }

    /** Something was refused that decides nothing. */
    public void note(Refusal refusal) {
        notes.add(refusal.field() + " (expected: " + refusal.expected() + ")");
    }

    /** Which fields, in the order of reading, and what was expected of each; never what stood there. */
    public List<String> notes() {
        return List.copyOf(notes);
    }
}
