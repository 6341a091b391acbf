package io.quittance.persistence.audit;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.audit.KeptJournal;
import io.quittance.application.audit.Told;
import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyUnreadable;
import io.quittance.persistence.journal.JournalHead;
import io.quittance.persistence.journal.JournalHeads;
import io.quittance.persistence.journal.JournalRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The journal and its heads in their tables. Both are read along their primary keys, so each page costs what it holds,
 * wherever it begins.
 */
public final class JdbcKeptJournal implements KeptJournal {
    /** An order that moves as often while it is read is none. */
    private static final int MOST_LOOKS = 100;

    private static final String CELLS = "object_id, object_month, seq, kind, happened_at, note, body, body_key, key_id,"
            + " fingerprint, status, took_ms, who, mac";

    private static final String OF_ORDER =
            "select " + CELLS + " from journal where object_kind = ? and object_id = ? order by seq, object_month";

    private final Sql sql;
    private final BodyCipher cipher;
    private final JournalHeads heads;

    public JdbcKeptJournal(Sql sql, BodyCipher cipher, JournalHeads heads) {
        this.sql = sql;
        this.cipher = cipher;
        this.heads = heads;
    }

    @Override
    public List<Head> heads(ObjectRef.Kind kind, Months months, String behind, int limit) {
        JournalHead of = heads.of(kind);
        return sql.list(
                "read what orders say of their journals",
                head(of) + " where " + of.number() + " > ? and created_month between ? and ? order by " + of.number()
                        + " limit ?",
                cells -> head(kind, cells),
                identifier(behind),
                months.from(),
                months.until(),
                limit);
    }

    private static String head(JournalHead of) {
        return "select " + of.number() + " as number, created_month, journal_seq, journal_mac, "
                + OwnRowCells.columns(of.kind()) + " from " + of.table();
    }

    private static Head head(ObjectRef.Kind kind, Cells cells) throws SQLException {
        return new Head(
                cells.identifier("number"),
                cells.integer("created_month"),
                cells.integer("journal_seq"),
                cells.maybeBytes("journal_mac").map(Bytes::of),
                OwnRowCells.read(kind, cells));
    }

    /** A range and a filter, as servers make no range of a place in several columns. */
    @Override
    public List<Row> rows(ObjectRef.Kind kind, Months months, Place behind, Optional<String> until, int limit) {
        List<Object> values = new ArrayList<>(List.of(kind, identifier(behind.number())));
        until.ifPresent(last -> values.add(identifier(last)));
        values.addAll(List.of(
                identifier(behind.number()),
                behind.sequence(),
                behind.sequence(),
                behind.month(),
                months.from(),
                months.until(),
                limit));
        return sql.list(
                "read the journal",
                "select " + CELLS + " from journal where object_kind = ? and object_id >= ?"
                        + (until.isPresent() ? " and object_id <= ?" : "")
                        + " and (object_id > ? or seq > ? or (seq = ? and object_month > ?))"
                        + " and object_month between ? and ? order by object_id, seq, object_month limit ?",
                cells -> row(kind, cells),
                values.toArray());
    }

    private Row row(ObjectRef.Kind kind, Cells cells) throws SQLException {
        String number = cells.identifier("object_id");
        int sequence = cells.integer("seq");
        Optional<Bytes> body = Optional.empty();
        Optional<String> unreadable = Optional.empty();
        try {
            body = JournalRow.sealed(cells)
                    .map(encrypted ->
                            Bytes.of(cipher.open(JournalRow.place(new ObjectRef(kind, number), sequence), encrypted)));
        } catch (BodyUnreadable e) {
            unreadable = Optional.of(e.getMessage());
        }
        Told told = new Told(
                sequence,
                cells.text("kind"),
                cells.instant("happened_at"),
                cells.text("note"),
                body,
                cells.maybeText("key_id"),
                cells.maybeIdentifier("fingerprint"),
                cells.maybeInteger("status"),
                cells.maybeWhole("took_ms"),
                cells.maybeText("who"));
        return new Row(
                number,
                cells.integer("object_month"),
                told,
                unreadable,
                cells.maybeBytes("mac").map(Bytes::of));
    }

    @Override
    public Whole whole(ObjectRef about) {
        for (int look = 1; look <= MOST_LOOKS; look++) {
            Optional<Head> before = own(about, "");
            List<Row> rows = rows(about);
            if (own(about, "").equals(before)) {
                return new Whole(before, rows);
            }
        }
        throw new IllegalStateException(about + " moves faster than it can be read");
    }

    @Override
    public Whole locked(ObjectRef about) {
        Optional<Head> head = own(about, " for update");
        return new Whole(head, rows(about));
    }

    private Optional<Head> own(ObjectRef about, String lock) {
        JournalHead of = heads.of(about);
        return sql.first(
                "read what an order says of its journal",
                head(of) + " where " + of.number() + " = ?" + lock,
                cells -> head(about.kind(), cells),
                (Object) identifier(about.id()));
    }

    private List<Row> rows(ObjectRef about) {
        return sql.list(
                "read the journal of an order",
                OF_ORDER,
                cells -> row(about.kind(), cells),
                about.kind(),
                identifier(about.id()));
    }
}
