package io.quittance.persistence.journal;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.ObjectRef;
import io.quittance.persistence.database.Fault;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.database.StatementFailed;
import io.quittance.persistence.encryption.BodyCipher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The journal in the table {@code journal}; the newest sequence number of an order stands on the order's own row. */
public final class JdbcJournal implements Journal {
    private static final String INSERT = "insert into journal (" + JournalRow.COLUMNS + ") values ";
    private static final String ONE_ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String REPEATED = """
        update journal set repeats = repeats + 1
        where object_kind = ? and object_id = ? and fingerprint = ?
        """;

    private static final String STORY = """
        select %s, repeats from journal where object_kind = ? and object_id = ? order by seq
        """.formatted(JournalRow.COLUMNS);

    private final Sql sql;
    private final BodyCipher cipher;
    private final JournalHeads heads;

    public JdbcJournal(Sql sql, BodyCipher cipher, JournalHeads heads) {
        this.sql = sql;
        this.cipher = cipher;
        this.heads = heads;
    }

    @Override
    public int append(ObjectRef about, List<JournalEntry> entries) {
        JournalHead head = heads.of(about);
        int last = sql.first(
                        "lock an order", head.locked(), cells -> cells.integer("journal_seq"), identifier(about.id()))
                .orElseThrow(() -> new IllegalStateException("there is no " + about + " to write the journal of"));
        if (!entries.isEmpty()) {
            insert(about, last + 1, entries);
            sql.change("count journal entries", head.counted(), last + entries.size(), identifier(about.id()));
        }
        return last + 1;
    }

    private void insert(ObjectRef about, int first, List<JournalEntry> entries) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Collections.addAll(
                    values,
                    JournalRow.of(about, first + i, entries.get(i), cipher).values());
        }
        String rows = String.join(", ", Collections.nCopies(entries.size(), ONE_ROW));
        try {
            sql.change("write the journal", INSERT + rows, values.toArray());
        } catch (StatementFailed e) {
            if (e.fault() == Fault.DUPLICATE) {
                throw new IllegalStateException("the journal of " + about + " tells one of these already", e);
            }
            throw e;
        }
    }

    @Override
    public boolean repeated(ObjectRef about, Fingerprint message) {
        int changed = sql.change(
                "count a repeat", REPEATED, about.kind(), identifier(about.id()), identifier(message.value()));
        return changed > 0;
    }

    @Override
    public List<Row> story(ObjectRef about) {
        return sql
                .list(
                        "read the journal",
                        STORY,
                        cells -> JournalRow.read(about, cells),
                        about.kind(),
                        identifier(about.id()))
                .stream()
                .map(row -> row.toRow(cipher))
                .toList();
    }
}
