package io.quittance.application.key;

import io.quittance.application.key.BodyKey.State;
import io.quittance.application.registration.Deed;
import io.quittance.domain.key.KeyRing;
import io.quittance.domain.key.Term;
import io.quittance.domain.text.Flaw;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The keys of stored bodies, and how they may change, so that each body can be read at any time. */
public record BodyKeyRing(List<BodyKey> keys) {
    public BodyKeyRing {
        keys = List.copyOf(keys);
    }

    /** What becomes of a wish. */
    public sealed interface Outcome {
        /** @param key as it is to be kept */
        record Moved(BodyKey key) implements Outcome {}

        /** It is so already. */
        record Unmoved() implements Outcome {}

        record Refused(Flaw why) implements Outcome {}
    }

    /** The one that bodies are encrypted with. */
    public Optional<BodyKey> writing() {
        return in(State.WRITING);
    }

    public Optional<BodyKey> waiting() {
        return in(State.WAITING);
    }

    public Optional<BodyKey> retiring() {
        return in(State.RETIRING);
    }

    private Optional<BodyKey> in(State state) {
        return keys.stream().filter(one -> one.state() == state).findFirst();
    }

    /** That key is to be encrypted with, once every instance holds it. */
    public Outcome add(String id, Deed deed) {
        Optional<BodyKey> known =
                keys.stream().filter(one -> one.id().equals(id)).findFirst();
        if (known.isPresent()) {
            return switch (known.get().state()) {
                case WAITING, WRITING -> new Outcome.Unmoved();
                case READING, RETIRING, FREE ->
                    refused(
                            "the key " + KeyRing.shown(id) + " was encrypted with before",
                            "a new one, as what was given up does not count again");
            };
        }
        if (waiting().isPresent()) {
            return refused(
                    "the key " + KeyRing.shown(waiting().get().id()) + " still waits for instances that do not hold it",
                    "that they get it, or that it is retired first");
        }
        return keys.stream().filter(one -> one.state() != State.FREE).count() < KeyRing.MOST
                ? new Outcome.Moved(BodyKey.waiting(id, deed))
                : refused("there are " + KeyRing.MOST + " keys already that bodies need", "one of them retired first");
    }

    /**
     * Its bodies are to be encrypted again. One that nothing is left of is looked through once more.
     *
     * @param said its name, or how that begins
     */
    public Outcome retire(String said, Deed deed) {
        KeyRing names = new KeyRing(
                keys.stream().map(one -> new KeyRing.Held(one.id(), Term.OPEN)).toList());
        if (!names.names(said)) {
            return new Outcome.Refused(names.unnamed(said));
        }
        String begins = said.strip().toLowerCase(Locale.ROOT);
        BodyKey key = keys.stream()
                .filter(one -> one.id().startsWith(begins))
                .findFirst()
                .orElseThrow();
        return switch (key.state()) {
            case WAITING -> new Outcome.Moved(key.become(State.FREE, deed));
            case WRITING ->
                refused(
                        "bodies are encrypted with it",
                        "another key first, by 'quittance key add --body', and that" + " it does not wait any more");
            case RETIRING -> new Outcome.Unmoved();
            case READING, FREE ->
                retiring()
                        .map(other -> refused(
                                "the bodies of the key " + KeyRing.shown(other.id()) + " are being encrypted again",
                                "the end of that first"))
                        .orElseGet(() -> new Outcome.Moved(
                                key.become(State.RETIRING, deed).with(key.work().again())));
        };
    }

    private static Outcome refused(String what, String expected) {
        return new Outcome.Refused(new Flaw(what, expected));
    }
}
