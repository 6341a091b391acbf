package io.quittance.application.journal;

import io.quittance.application.person.Hand;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.CardNumbers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that happened to an order.
 *
 * @param note one line for a person, at most {@value #MAX_NOTE} characters; never a body, a key or personal data
 * @param body the bytes concerned; stored encrypted
 * @param keyId fingerprint of the key that verified the body
 * @param fingerprint what makes a repeat of it the same; unique for an order
 * @param status the HTTP status, where there was one
 * @param took how long a call took, in whole milliseconds
 * @param who the person who caused it, at most {@value #MAX_WHO} characters; empty where nobody did
 */
public record JournalEntry(
        Kind kind,
        Instant at,
        String note,
        Optional<Bytes> body,
        Optional<String> keyId,
        Optional<Fingerprint> fingerprint,
        Optional<Integer> status,
        Optional<Duration> took,
        Optional<String> who) {
    public static final int MAX_NOTE = 400;
    public static final int MAX_WHO = Hand.MAX_PERSON;

    /** What kind of thing; the names stand in the database. */
    public enum Kind {
        /** A merchant asked for it; the body is the request. */
        REQUESTED,
        /** We asked upstream; the body is our request. */
        ASKED,
        /** Upstream answered, or did not; the body is its answer. */
        ANSWERED,
        /** We answered the merchant with what upstream said, or with why we could not; the body is that answer. */
        REPLIED,
        /** Upstream sent a message; the body is that message. */
        RECEIVED,
        /** The order moved. */
        MOVED,
        /** We owe the merchant a message; the body is what will be sent, to the letter. */
        OWED,
        /** We tried to deliver a message; the body is the receiver's answer. */
        ATTEMPTED,
        /** It did not end in the time of its kind. */
        OVERDUE,
        /** Its time was over. */
        LAPSED,
        /** A person did something. */
        OPERATED
    }

    public JournalEntry {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
        note = cut(note);
        who = who.map(person -> cut(person, MAX_WHO));
    }

    /** As it is kept in the clear: short, and without card numbers. */
    static String cut(String note) {
        return cut(CardNumbers.masked(note), MAX_NOTE);
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** An entry that is nothing but its line. */
    public static JournalEntry noted(Kind kind, Instant at, String note) {
        return new JournalEntry(
                kind,
                at,
                note,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A message that came in, from a merchant or from upstream. Its line also says what was odd about it. */
    public static JournalEntry message(Kind kind, Instant at, String note, Message message) {
        return noted(kind, at, note + oddities(message.odd()))
                .with(message.raw())
                .with(message.fingerprint())
                .with(Optional.of(message.keyId()));
    }

    /** Of fields that made no sense and decided nothing, behind a line; empty if there are none. */
    public static String oddities(List<String> odd) {
        return odd.isEmpty() ? "" : "; made no sense and decided nothing: " + String.join(", ", odd);
    }

    public JournalEntry with(Bytes bytes) {
        return new JournalEntry(kind, at, note, Optional.of(bytes), keyId, fingerprint, status, took, who);
    }

    public JournalEntry with(Fingerprint same) {
        return new JournalEntry(kind, at, note, body, keyId, Optional.of(same), status, took, who);
    }

    private JournalEntry with(Optional<String> key) {
        return new JournalEntry(kind, at, note, body, key, fingerprint, status, took, who);
    }

    public JournalEntry timed(Optional<Integer> httpStatus, Duration duration) {
        return new JournalEntry(kind, at, note, body, keyId, fingerprint, httpStatus, Optional.of(duration), who);
    }

    /** The same, caused by that person. */
    public JournalEntry by(String person) {
        return new JournalEntry(kind, at, note, body, keyId, fingerprint, status, took, Optional.of(person));
    }
}
