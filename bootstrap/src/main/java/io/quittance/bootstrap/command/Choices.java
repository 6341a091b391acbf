package io.quittance.bootstrap.command;

import io.quittance.application.delivery.OwedDelivery;
import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.account.Service;
import io.quittance.domain.merchant.Topic;
import io.quittance.persistence.story.OrderStates;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The words that may stand behind an option, for the shell that completes it. Made when they are asked for, not before. */
final class Choices {
    private Choices() {}

    /** As persons write a name. */
    private static Stream<String> words(Enum<?>[] names) {
        return Arrays.stream(names)
                .map(name -> name.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The kind of that word, which is one of {@link Kinds}. */
    static ObjectRef.Kind kind(String word) {
        return ObjectRef.Kind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return words(ObjectRef.Kind.values()).iterator();
        }
    }

    /** Of orders of any kind. */
    static final class States implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return OrderStates.all().iterator();
        }
    }

    static final class DeliveryStates implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.concat(words(OwedDelivery.State.values()), Stream.of("delivered"))
                    .iterator();
        }
    }

    /** What an endpoint can be told of. */
    static final class Topics implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return words(Topic.values()).iterator();
        }
    }

    /** What an account can do for an order. */
    static final class Services implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return words(Service.values()).iterator();
        }
    }

    static final class Dialects implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("v2", "legacy").iterator();
        }
    }

    static final class Ends implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("success", "failed").iterator();
        }
    }

    static final class AuthorizationEnds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("SUCCESS", "FAILED", "CLOSED").iterator();
        }
    }

    /** Those that come with the program; another one's name is taken as well. */
    static final class AcquirerNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("payermax", "simulator").iterator();
        }
    }

    static final class Shells implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("bash", "zsh").iterator();
        }
    }
}
