package io.quittance.domain.lifecycle;

import java.util.List;

/** What a report did to an aggregate. Exactly one of three, never an exception: reports come from outside. */
public sealed interface Transition<A, E> {
    /** The aggregate after it, moved or not. */
    default A after() {
        return switch (this) {
            case Moved<A, E>(var next, var _) -> next;
            case Unmoved<A, E>(var current) -> current;
            case Refused<A, E>(var current, var _) -> current;
        };
    }

    /** It moved: persist what is next, announce what happened. */
    record Moved<A, E>(A next, List<E> events) implements Transition<A, E> {
        public Moved {
            events = List.copyOf(events);
        }
    }

    /** Told twice, or late: there is nothing to do. */
    record Unmoved<A, E>(A current) implements Transition<A, E> {}

    /** It contradicts what we hold; a person has to look. */
    record Refused<A, E>(A current, String why) implements Transition<A, E> {}
}
