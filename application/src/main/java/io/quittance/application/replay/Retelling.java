package io.quittance.application.replay;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.replay.Rereading.NotUnderstood;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.lifecycle.Transition.Moved;
import io.quittance.domain.lifecycle.Transition.Refused;
import io.quittance.domain.lifecycle.Transition.Unmoved;
import io.quittance.domain.text.Bytes;
import java.time.Instant;
import java.util.Optional;

/**
 * How the orders of one kind are told anew. Pure but for {@link #begun}: nothing is written, nobody is asked.
 *
 * @param <A> the order
 */
public interface Retelling<A> {
    /** The order as it stood before upstream had told anything of it; empty if there is none. */
    Optional<A> begun(ObjectRef about);

    /** What a message does to it. @throws NotUnderstood if this build would not take that message */
    Heard<A> hear(A order, Bytes raw, Instant at) throws NotUnderstood;

    /**
     * The same where it stood then: what moved it was no message, or was decided otherwise.
     *
     * @param state as {@link #state} says it
     */
    A standing(A order, String state, Instant at);

    /** In the words of our tables, as {@code PENDING}. */
    String state(A order);

    /**
     * What a message came to.
     *
     * @param after the order behind it, moved or not
     * @param owed of how many results its merchant is owed the news, to however many endpoints
     * @param refused whether anything in it contradicts what was known
     */
    record Heard<A>(A after, int owed, boolean refused) {
        public static <A, E> Heard<A> of(Transition<A, E> transition) {
            return switch (transition) {
                case Moved<A, E>(var next, var events) -> new Heard<>(next, events.size(), false);
                case Unmoved<A, E>(var same) -> new Heard<>(same, 0, false);
                case Refused<A, E>(var same, var _) -> new Heard<>(same, 0, true);
            };
        }
    }
}
