package io.quittance.application.audit;

import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.text.Bytes;
import java.util.Objects;
import java.util.Optional;

/**
 * How the rows of an order are chained. A row's seal is a MAC over the head before it and over all that the row tells; the new
 * head is a MAC over that seal, and stands on the order's own row in the place of the one before. Of an earlier head nothing
 * is left in the tables, so nobody can take the last row away and set the order back to the row before.
 *
 * <p>Each field is written with its length, each message begins with what it is for, and none of the kinds of message can be
 * taken for another.
 */
public final class Chain {
    private static final String ROW = "quittance journal row 1";
    private static final String HEAD = "quittance journal head 1";
    private static final String AS_FOUND = "quittance journal row as found 1";
    private static final String FORGOTTEN = "quittance journal row without its body 1";
    private static final String ANCHOR = "quittance journal anchor 1";

    private final AuditKey key;

    public Chain(AuditKey key) {
        this.key = Objects.requireNonNull(key, "key");
    }

    public int keyId() {
        return key.id();
    }

    /** The seal of a row behind that head; without one the chain begins with it. */
    public Seal row(ObjectRef about, Optional<Seal> head, Told told) {
        int behind = head.map(Seal::number).orElse(0);
        byte[] message = told(new SealedWords(ROW), about, told)
                .number(behind)
                .bytes(head.map(Seal::mac))
                .message();
        return seal(behind, message);
    }

    /** The head, once that row is the newest. */
    public Seal head(ObjectRef about, int sequence, Seal row) {
        return seal(
                sequence,
                order(new SealedWords(HEAD), about)
                        .number(sequence)
                        .bytes(Optional.of(row.mac()))
                        .message());
    }

    private Seal seal(int number, byte[] message) {
        return new Seal(key.id(), number, Bytes.of(key.mac(message)));
    }

    /** What a row without a seal tells, for whoever vouches for it later. */
    Bytes asFound(ObjectRef about, Told told) {
        return Bytes.of(key.mac(told(new SealedWords(AS_FOUND), about, told).message()));
    }

    /** What is left of a row whose body was taken away, for whoever took it. @param seal the cell of the row's seal */
    Bytes forgotten(ObjectRef about, Told told, Optional<Bytes> seal) {
        return Bytes.of(key.mac(told(new SealedWords(FORGOTTEN), about, told.withoutBody())
                .bytes(seal)
                .message()));
    }

    /** A head for the world outside: it tells whether a head was that one, and does not tell that head. */
    Bytes anchor(ObjectRef about, Seal head) {
        return Bytes.of(key.mac(order(new SealedWords(ANCHOR), about)
                .number(head.number())
                .bytes(Optional.of(head.mac()))
                .message()));
    }

    private static SealedWords order(SealedWords words, ObjectRef about) {
        return words.text(about.kind().name()).text(about.id());
    }

    private static SealedWords told(SealedWords words, ObjectRef about, Told told) {
        return order(words, about)
                .number(told.sequence())
                .text(told.kind())
                .number(told.at().getEpochSecond())
                .number(told.at().getNano())
                .text(told.note())
                .bytes(told.body())
                .maybe(told.keyId())
                .maybe(told.fingerprint())
                .maybe(told.status().map(Object::toString))
                .maybe(told.tookMillis().map(Object::toString))
                .maybe(told.who());
    }
}
