package io.quittance.persistence.journal;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One row of the table {@code journal}; the body is encrypted for its place. */
public record JournalRow(
        ObjectRef about,
        int sequence,
        String kind,
        Instant happenedAt,
        String note,
        Optional<Sealed> body,
        Optional<String> keyId,
        Optional<String> fingerprint,
        Optional<Integer> status,
        Optional<Long> tookMillis,
        Optional<String> who,
        int repeats) {
    static final String COLUMNS = """
        object_kind, object_id, seq, kind, happened_at, note, body, body_key, key_id, fingerprint, status, took_ms, \
        who\
        """;

    static JournalRow of(ObjectRef about, int sequence, JournalEntry entry, BodyCipher cipher) {
        return new JournalRow(
                about,
                sequence,
                entry.kind().name(),
                entry.at(),
                entry.note(),
                entry.body().map(bytes -> cipher.seal(place(about, sequence), bytes.toArray())),
                entry.keyId(),
                entry.fingerprint().map(Fingerprint::value),
                entry.status(),
                entry.took().map(Duration::toMillis),
                entry.who(),
                0);
    }

    static JournalRow read(ObjectRef about, Cells cells) throws SQLException {
        return new JournalRow(
                about,
                cells.integer("seq"),
                cells.text("kind"),
                cells.instant("happened_at"),
                cells.text("note"),
                sealed(cells),
                cells.maybeText("key_id"),
                cells.maybeIdentifier("fingerprint"),
                cells.maybeInteger("status"),
                cells.maybeWhole("took_ms"),
                cells.maybeText("who"),
                cells.integer("repeats"));
    }

    /** The encrypted body of the row that a query is at, whatever else that row holds. */
    public static Optional<Sealed> sealed(Cells cells) throws SQLException {
        Optional<byte[]> body = cells.maybeBytes("body");
        Optional<String> key = cells.maybeText("body_key");
        return body.map(bytes -> new Sealed(bytes, key.orElse("of no name")));
    }

    /** The place that a body is encrypted for. */
    public static String place(ObjectRef about, int sequence) {
        return "journal entry " + sequence + " of " + about;
    }

    /** What {@link #COLUMNS} names, in that order. */
    Object[] values() {
        return new Object[] {
            about.kind(),
            identifier(about.id()),
            sequence,
            kind,
            happenedAt,
            note,
            body.map(Sealed::content),
            body.map(Sealed::keyId),
            keyId,
            fingerprint.map(Sql::identifier),
            status,
            tookMillis,
            who
        };
    }

    Journal.Row toRow(BodyCipher cipher) {
        JournalEntry entry = new JournalEntry(
                JournalEntry.Kind.valueOf(kind),
                happenedAt,
                note,
                body.map(kept -> Bytes.of(cipher.open(place(about, sequence), kept))),
                keyId,
                fingerprint.map(Fingerprint::new),
                status,
                tookMillis.map(Duration::ofMillis),
                who);
        return new Journal.Row(sequence, entry, repeats);
    }
}
