package io.quittance.persistence.journal;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.audit.Seal;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.database.BodyTable;
import io.quittance.persistence.database.BodyTable.Number;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Columns;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import io.quittance.persistence.encryption.BodyUnreadable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One row of the table {@code journal} as it is written; the body is encrypted for its place. */
public record JournalRow(ObjectRef about, int month, int sequence, JournalEntry entry, Seal seal) {
    /** Its bodies; kinds of order are gone through one after the other. */
    public static final BodyTable BODIES = new BodyTable(
            "journal",
            "body",
            "body_key",
            List.of(Number.bytes("object_id"), Number.whole("seq"), Number.whole("object_month")),
            List.of("object_kind"),
            List.of(),
            cells -> place(cells.text("object_kind"), cells.identifier("object_id"), cells.integer("seq")));

    static Columns<JournalRow> columns(BodyCipher cipher) {
        return Columns.of(
                Columns.of("object_kind", row -> row.about.kind()),
                Columns.of("object_id", row -> identifier(row.about.id())),
                Columns.of("object_month", JournalRow::month),
                Columns.of("seq", JournalRow::sequence),
                Columns.of("kind", row -> row.entry.kind()),
                Columns.of("happened_at", row -> row.entry.at()),
                Columns.of("note", row -> row.entry.note()),
                Columns.sealed("body", "body_key", row -> row.sealed(cipher)),
                Columns.of("key_id", row -> row.entry.keyId()),
                Columns.of(
                        "fingerprint",
                        row -> row.entry.fingerprint().map(Fingerprint::value).map(Sql::identifier)),
                Columns.of("status", row -> row.entry.status()),
                Columns.of("took_ms", row -> row.entry.took().map(Duration::toMillis)),
                Columns.of("who", row -> row.entry.who()),
                Columns.of("mac", row -> row.seal.cell()));
    }

    private Optional<Sealed> sealed(BodyCipher cipher) {
        return entry.body().map(bytes -> cipher.seal(place(about, sequence), bytes.toArray()));
    }

    /** A body that cannot be read leaves the rest of its order's story to be told. */
    static Journal.Row read(ObjectRef about, Cells cells, BodyCipher cipher) throws SQLException {
        int sequence = cells.integer("seq");
        Optional<Bytes> body = Optional.empty();
        Optional<String> unreadable = Optional.empty();
        try {
            body = sealed(cells).map(kept -> Bytes.of(cipher.open(place(about, sequence), kept)));
        } catch (BodyUnreadable e) {
            unreadable = Optional.of(e.getMessage());
        }
        JournalEntry entry = new JournalEntry(
                JournalEntry.Kind.valueOf(cells.text("kind")),
                cells.instant("happened_at"),
                cells.text("note"),
                body,
                cells.maybeText("key_id"),
                cells.maybeIdentifier("fingerprint").map(Fingerprint::new),
                cells.maybeInteger("status"),
                cells.maybeWhole("took_ms").map(Duration::ofMillis),
                cells.maybeText("who"));
        return new Journal.Row(sequence, entry, cells.integer("repeats"), unreadable);
    }

    /** The encrypted body of the row that a query is at, whatever else that row holds. */
    public static Optional<Sealed> sealed(Cells cells) throws SQLException {
        Optional<byte[]> body = cells.maybeBytes("body");
        Optional<String> key = cells.maybeText("body_key");
        return body.map(bytes -> new Sealed(bytes, key.orElse("of no name")));
    }

    /** The place that a body is encrypted for. */
    public static String place(ObjectRef about, int sequence) {
        return place(about.kind().name(), about.id(), sequence);
    }

    private static String place(String kind, String id, int sequence) {
        return "journal entry " + sequence + " of " + kind + " " + id;
    }
}
