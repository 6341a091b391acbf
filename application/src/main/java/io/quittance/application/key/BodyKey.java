package io.quittance.application.key;

import io.quittance.application.registration.Deed;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A key that stored bodies are encrypted with, as the database knows it: by its name alone. The key itself is never there, so that
 * who has the database and an old key has no newer one.
 *
 * @param writesSince when it became the one that bodies are encrypted with
 * @param last who has changed it last
 * @param work how far its bodies have been encrypted again
 */
public record BodyKey(String id, State state, Optional<Instant> writesSince, Deed last, Work work) {
    /** How it stands with a key. All but a free one must be held by each instance. */
    public enum State {
        /** Bodies are encrypted with it once every instance can read it. */
        WAITING,
        /** The one that bodies are encrypted with. */
        WRITING,
        /** It was, and bodies are left as they are. */
        READING,
        /** Its bodies are being encrypted again. */
        RETIRING,
        /** No body needs it any more. */
        FREE
    }

    public BodyKey {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(writesSince, "writesSince");
        Objects.requireNonNull(last, "last");
        Objects.requireNonNull(work, "work");
    }

    /** One that is to be encrypted with. */
    static BodyKey waiting(String id, Deed deed) {
        return new BodyKey(id, State.WAITING, Optional.empty(), deed, Work.NONE);
    }

    /** The first of a database. */
    public static BodyKey first(String id, Deed deed) {
        return new BodyKey(id, State.WRITING, Optional.of(deed.at()), deed, Work.NONE);
    }

    /** Whether an instance without it could not read everything, or soon could not. */
    public boolean isNeeded() {
        return switch (state) {
            case WRITING, READING, RETIRING -> true;
            case WAITING, FREE -> false;
        };
    }

    BodyKey become(State next) {
        return new BodyKey(id, next, writesSince, last, work);
    }

    BodyKey become(State next, Deed deed) {
        return new BodyKey(id, next, writesSince, deed, work);
    }

    BodyKey writing(Instant now) {
        return new BodyKey(id, State.WRITING, Optional.of(now), last, work);
    }

    BodyKey with(Work next) {
        return new BodyKey(id, state, writesSince, last, next);
    }

    /**
     * How far the bodies have been gone through.
     *
     * @param place behind which the next step begins, in words of whoever keeps bodies; empty at the beginning and at the end
     * @param seen bodies that this turn looked at, whatever they are encrypted with
     * @param done bodies that were encrypted again, in all turns
     * @param missed bodies that changed while they were, in this turn: there is another one behind it
     * @param aside bodies that cannot be read with it either, in this turn
     * @param asideFirst where the first of these are, in at most {@value #MOST_TEXT} characters
     */
    public record Work(String place, long seen, long done, long missed, long aside, String asideFirst) {
        public static final int MOST_TEXT = 600;

        public static final Work NONE = new Work("", 0, 0, 0, 0, "");

        /** From the beginning. */
        Work again() {
            return new Work("", 0, done, 0, 0, "");
        }

        Work after(StoredBodies.Step step) {
            String named = String.join("; ", step.aside());
            String text = asideFirst.isEmpty() || named.isEmpty() ? asideFirst + named : asideFirst + "; " + named;
            return new Work(
                    step.next().orElse(""),
                    seen + step.seen(),
                    done + step.done(),
                    missed + step.missed(),
                    aside + step.aside().size(),
                    text.substring(0, Math.min(MOST_TEXT, text.length())));
        }
    }
}
