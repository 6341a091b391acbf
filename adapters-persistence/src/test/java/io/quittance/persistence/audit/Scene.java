package io.quittance.persistence.audit;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.audit.Damage;
import io.quittance.application.audit.JournalVerifying;
import io.quittance.application.audit.JournalVouching;
import io.quittance.application.audit.KeptJournal.Months;
import io.quittance.application.audit.VerifyJournal;
import io.quittance.application.audit.VouchForRows;
import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.store.Given;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.store.JdbcStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A database of its own, in which somebody writes by hand who may, and who does not have the key. */
record Scene(JdbcStore store, VerifyJournal verifying, VouchForRows vouching) implements AutoCloseable {
    /** How many rows each order has. */
    static final int ROWS = 5;

    static Scene at(DatabaseSettings settings) {
        JdbcStore store = JdbcStore.open(settings);
        return new Scene(
                store,
                new JournalVerifying(store.keptJournal(), JdbcStore.CHAIN),
                new JournalVouching(
                        store.keptJournal(),
                        JdbcStore.CHAIN,
                        store.journal(),
                        store.transactions(),
                        InstantSource.fixed(Given.NOON)));
    }

    /** With a row in the middle that has something in every column. */
    ObjectRef order() {
        ObjectRef about = ObjectRef.of(GivenOperations.kept(store).id());
        append(about, Given.note("one").with(Bytes.utf8("{\"amount\":1}")), Given.note("two"));
        append(about, full(), Given.note("four"), Given.note("five"));
        return about;
    }

    /** The order and the beginning of its story in one, as use cases do. */
    void orderAtOnce() {
        Capture capture = GivenOperations.capture(Given.merchant(store).id());
        store.perform(() -> {
            store.operations().add(capture);
            store.journal().append(ObjectRef.of(capture.id()), List.of(Given.note("one")));
        });
    }

    /** The same, and then its end with what the journal tells of that. */
    void orderThatEnds() {
        Capture capture = GivenOperations.capture(Given.merchant(store).id());
        ObjectRef about = ObjectRef.of(capture.id());
        store.perform(() -> {
            store.operations().add(capture);
            store.journal().append(about, List.of(Given.note("one")));
        });
        store.perform(() -> {
            store.operations().replace(GivenOperations.succeeded(capture));
            store.journal()
                    .append(
                            about,
                            List.of(JournalEntry.noted(
                                    Kind.MOVED, Given.NOON, "PENDING -> SUCCESS, on the word of the entry before")));
        });
    }

    static JournalEntry full() {
        return JournalEntry.message(Kind.RECEIVED, Given.NOON, "three", Given.message(Given.unique("{}")))
                .timed(Optional.of(200), Duration.ofMillis(7))
                .by("Ada");
    }

    void append(ObjectRef about, JournalEntry... entries) {
        store.perform(() -> store.journal().append(about, List.of(entries)));
    }

    /** As a version does that knows of no seals. */
    void appendUnsealed(ObjectRef about, String note) {
        int sequence = store.keptJournal().whole(about).head().orElseThrow().sequence() + 1;
        insert(about, sequence, note);
        change("update capture set journal_seq = ? where capture_no = ?", sequence, identifier(about.id()));
    }

    /** Nothing more than the row. */
    void insert(ObjectRef about, int sequence, String note) {
        change(
                "insert into journal (object_kind, object_id, object_month, seq, kind, happened_at, note)"
                        + " values ('CAPTURE', ?, 202603, ?, 'MOVED', '2026-03-01 12:00:00', ?)",
                identifier(about.id()),
                sequence,
                note);
    }

    /** What stands behind {@code set}, in one row of the journal. */
    void changeRow(ObjectRef about, int sequence, String what, Object... values) {
        List<Object> all = new ArrayList<>(Arrays.asList(values));
        all.addAll(List.of(identifier(about.id()), sequence));
        change("update journal set " + what + " where object_id = ? and seq = ?", all.toArray());
    }

    void removeRow(ObjectRef about, int sequence) {
        change("delete from journal where object_id = ? and seq = ?", identifier(about.id()), sequence);
    }

    /** What stands behind {@code set}, in the order's own row. */
    void changeOrder(ObjectRef about, String what, Object... values) {
        Object[] all = Stream.concat(Arrays.stream(values), Stream.of(identifier(about.id())))
                .toArray();
        change("update capture set " + what + " where capture_no = ?", all);
    }

    /** All rows behind one go so many places on. */
    void shift(ObjectRef about, int behind, int by) {
        List<Integer> places = store.database()
                .sql()
                .list(
                        "read places",
                        "select seq from journal where object_id = ? and seq > ? order by seq",
                        cells -> cells.integer("seq"),
                        identifier(about.id()),
                        behind);
        for (int seq : by > 0 ? places.reversed() : places) {
            changeRow(about, seq, "seq = ?", seq + by);
        }
    }

    byte[] cell(ObjectRef about, int sequence, String column) {
        return store.database()
                .sql()
                .first(
                        "read a cell",
                        "select " + column + " as cell from journal where object_id = ? and seq = ?",
                        cells -> cells.bytes("cell"),
                        identifier(about.id()),
                        sequence)
                .orElseThrow();
    }

    byte[] head(ObjectRef about) {
        return store.keptJournal()
                .whole(about)
                .head()
                .flatMap(head -> head.seal().map(Bytes::toArray))
                .orElseThrow();
    }

    void change(String statement, Object... values) {
        store.database().sql().change("write by hand", statement, values);
    }

    /** All that is found, part by part. */
    List<Damage> damages() {
        List<Damage> found = new ArrayList<>();
        VerifyJournal.Part part = verifying.part(Months.ALL, Optional.empty());
        found.addAll(part.damages());
        while (part.behind().isPresent()) {
            part = verifying.part(Months.ALL, part.behind());
            found.addAll(part.damages());
        }
        return found;
    }

    /** What is found, without the words for persons. */
    List<Found> found() {
        return damages().stream()
                .map(one -> new Found(one.about(), one.sequence(), one.what()))
                .toList();
    }

    /** The same, of these orders. */
    List<Found> found(List<ObjectRef> orders) {
        return found().stream().filter(one -> orders.contains(one.about())).toList();
    }

    record Found(ObjectRef about, int sequence, Damage.What what) {}

    @Override
    public void close() {
        store.close();
    }
}
