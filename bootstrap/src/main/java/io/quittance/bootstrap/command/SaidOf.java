package io.quittance.bootstrap.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One of a few words, the same that a shell completes. */
abstract class SaidOf extends Said {
    private final Iterable<String> words;

    private SaidOf(Iterable<String> words) {
        this.words = words;
    }

    @Override
    final Optional<String> fault(String text) {
        List<String> all = new ArrayList<>();
        for (String word : words) {
            all.add(word);
        }
        return all.contains(text) ? Optional.empty() : Optional.of("one of " + String.join(", ", all));
    }

    static final class Kind extends SaidOf {
        Kind() {
            super(new Choices.Kinds());
        }
    }

    static final class DeliveryState extends SaidOf {
        DeliveryState() {
            super(new Choices.DeliveryStates());
        }
    }

    static final class Topic extends SaidOf {
        Topic() {
            super(new Choices.Topics());
        }
    }

    static final class Service extends SaidOf {
        Service() {
            super(new Choices.Services());
        }
    }

    static final class Dialect extends SaidOf {
        Dialect() {
            super(new Choices.Dialects());
        }
    }

    static final class End extends SaidOf {
        End() {
            super(new Choices.Ends());
        }
    }

    static final class AuthorizationEnd extends SaidOf {
        AuthorizationEnd() {
            super(new Choices.AuthorizationEnds());
        }
    }

    static final class Shell extends SaidOf {
        Shell() {
            super(new Choices.Shells());
        }
    }
}
