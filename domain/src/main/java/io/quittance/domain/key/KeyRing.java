package io.quittance.domain.key;

import io.quittance.domain.text.Flaw;
import io.quittance.domain.text.ProtocolText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys of one sort that somebody has, by their fingerprints, and how they may change, so that there is always one that counts. */
public record KeyRing(List<Held> held) {
    /** Keys that have not ended, as each may have to be tried for one message. */
    public static final int MOST = 8;

    /** As much of a fingerprint as names a key to a person. */
    public static final int SHOWN = 16;

    /** As much of it as has to be said. */
    private static final int LEAST_SAID = 8;

    public KeyRing {
        held = List.copyOf(held);
    }

    /** @param id its fingerprint */
    public record Held(String id, Term term) {
        public Held {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(term, "term");
        }
    }

    /** What is to become of a key. */
    public sealed interface Wish {
        /** It counts from then on, without an end. */
        record Add(String id, Instant from) implements Wish {}

        /** @param key its fingerprint, or how that begins */
        record Retire(String key, Instant until) implements Wish {}

        /** @param key its fingerprint, or how that begins */
        record Revoke(String key) implements Wish {}
    }

    /** What becomes of it. */
    public sealed interface Outcome {
        /** @param was empty if it is new */
        record Moved(String id, Optional<Term> was, Term becomes) implements Outcome {}

        /** It is so already. */
        record Unmoved() implements Outcome {}

        record Refused(Flaw why) implements Outcome {}
    }

    /** As much of a fingerprint as is shown where a whole one is too long. */
    public static String shown(String id) {
        return id.substring(0, Math.min(SHOWN, id.length()));
    }

    /** @param needed whether there has to be one that counts, for as long as there is one now */
    public Outcome apply(Wish wish, Instant now, boolean needed) {
        return switch (wish) {
            case Wish.Add(var id, var from) -> added(id, from, now, needed);
            case Wish.Retire(var key, var until) -> of(key, one -> retired(one, until, now, needed));
            case Wish.Revoke(var key) -> of(key, one -> revoked(one, now, needed));
        };
    }

    private Outcome of(String key, Function<Held, Outcome> move) {
        return names(key) ? move.apply(named(key).getFirst()) : new Outcome.Refused(unnamed(key));
    }

    private Outcome added(String id, Instant from, Instant now, boolean needed) {
        Optional<Held> known = held.stream().filter(one -> one.id().equals(id)).findFirst();
        if (known.isEmpty()) {
            return held.stream().filter(one -> !one.term().isOverAt(now)).count() < MOST
                    ? new Outcome.Moved(id, Optional.empty(), new Term(from, Optional.empty()))
                    : refused("it has " + MOST + " keys already that have not ended", "one of them revoked first");
        }
        Term term = known.get().term();
        if (term.isOverAt(now)) {
            return refused(over(known.get(), now), "a new pair, as what has ended does not count again");
        }
        Instant begins = term.countsAt(now) ? term.from() : from;
        return moved(known.get(), new Term(begins, Optional.empty()), now, needed);
    }

    private Outcome retired(Held key, Instant until, Instant now, boolean needed) {
        Term becomes = new Term(key.term().from(), Optional.of(until));
        if (becomes.equals(key.term())) {
            return new Outcome.Unmoved();
        }
        if (key.term().isOverAt(now)) {
            return refused(over(key, now), "one that has not ended");
        }
        if (!until.isAfter(now) || !until.isAfter(key.term().from())) {
            return refused(
                    "its end would be " + until,
                    "a time that is to come, after its begin; 'quittance key revoke' ends a key at once");
        }
        return moved(key, becomes, now, needed);
    }

    private Outcome revoked(Held key, Instant now, boolean needed) {
        return key.term().revoked()
                ? new Outcome.Unmoved()
                : moved(key, key.term().revokedAt(now), now, needed);
    }

    private Outcome moved(Held key, Term becomes, Instant now, boolean needed) {
        if (becomes.equals(key.term())) {
            return new Outcome.Unmoved();
        }
        KeyRing then = new KeyRing(held.stream()
                .map(one -> one.equals(key) ? new Held(key.id(), becomes) : one)
                .toList());
        Optional<Instant> gap = then.gap(now).filter(_ -> needed);
        if (gap.isPresent()
                && gap(now).filter(before -> !before.isAfter(gap.get())).isEmpty()) {
            return refused(
                    "no other key would count " + (gap.get().equals(now) ? "then" : "from " + gap.get() + " on"),
                    "another one first, by 'quittance key add'");
        }
        return new Outcome.Moved(key.id(), Optional.of(key.term()), becomes);
    }

    /** The first moment from now on at which no key counts. */
    private Optional<Instant> gap(Instant now) {
        return Stream.concat(Stream.of(now), held.stream().flatMap(one -> one.term().until().stream()))
                .filter(at -> !at.isBefore(now))
                .sorted()
                .filter(at -> held.stream().noneMatch(one -> one.term().countsAt(at)))
                .findFirst();
    }

    private List<Held> named(String key) {
        String wanted = key.strip().toLowerCase(Locale.ROOT);
        return wanted.length() < LEAST_SAID
                ? List.of()
                : held.stream().filter(one -> one.id().startsWith(wanted)).toList();
    }

    /** Whether that is the fingerprint of one of them, or how it begins. */
    public boolean names(String key) {
        return named(key).size() == 1;
    }

    /** The whole fingerprint of the one that {@link #names} says there is. */
    public String id(String key) {
        return named(key).getFirst().id();
    }

    /** What is wrong with a fingerprint that names none of them, or several. */
    public Flaw unnamed(String key) {
        String known = held.stream().map(one -> shown(one.id())).collect(Collectors.joining(", "));
        return new Flaw(
                (named(key).isEmpty() ? "it has no key " : "it has several keys ") + ProtocolText.excerpt(key),
                known.isEmpty()
                        ? "one that it has; it has none"
                        : "a fingerprint, or its first " + LEAST_SAID + " characters or more: " + known);
    }

    private static String over(Held key, Instant now) {
        return "its key " + shown(key.id()) + " " + key.term().rest(now);
    }

    private static Outcome refused(String what, String expected) {
        return new Outcome.Refused(new Flaw(what, expected));
    }
}
