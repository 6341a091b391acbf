package io.quittance.persistence.journal;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.audit.Chain;
import io.quittance.application.audit.Seal;
import io.quittance.application.audit.Told;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.ObjectRef;
import io.quittance.persistence.database.Columns;
import io.quittance.persistence.database.Fault;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.database.StatementFailed;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.journal.JournalHead.Newest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The journal in the table {@code journal}. Every statement names the month of the order, so that a server that has the
 * table in partitions by month looks into one of them.
 */
public final class JdbcJournal implements Journal {
    private static final String INSERT = "insert into journal (%s) values ";

    private static final String REPEATED = """
        update journal set repeats = repeats + 1
        where object_kind = ? and object_id = ? and object_month = ? and fingerprint = ?
        """;

    private static final String STORY = """
        select %s, repeats from journal where object_kind = ? and object_id = ? and object_month = ? order by seq
        """;

    private final Sql sql;
    private final BodyCipher cipher;
    private final JournalHeads heads;
    private final Chain chain;
    private final Columns<JournalRow> columns;

    public JdbcJournal(Sql sql, BodyCipher cipher, JournalHeads heads, Chain chain) {
        this.sql = sql;
        this.cipher = cipher;
        this.heads = heads;
        this.chain = chain;
        columns = JournalRow.columns(cipher);
    }

    @Override
    public int append(ObjectRef about, List<JournalEntry> entries) {
        JournalHead head = heads.of(about);
        Newest newest = sql.first("lock an order", head.lock(), Newest::read, identifier(about.id()))
                .orElseThrow(() -> new IllegalStateException("there is no " + about + " to write the journal of"));
        if (!entries.isEmpty()) {
            Seal sealed = insert(about, newest, entries);
            int last = newest.sequence() + entries.size();
            sql.change("count journal entries", head.count(), last, sealed.cell(), identifier(about.id()));
        }
        return newest.sequence() + 1;
    }

    /** @return the head of the chain behind the last */
    private Seal insert(ObjectRef about, Newest newest, List<JournalEntry> entries) {
        List<Object> values = new ArrayList<>();
        int sequence = newest.sequence();
        Optional<Seal> head = newest.seal();
        for (JournalEntry entry : entries) {
            sequence++;
            Seal seal = chain.row(about, head, Told.of(sequence, entry));
            Collections.addAll(values, columns.bound(new JournalRow(about, newest.month(), sequence, entry, seal)));
            head = Optional.of(chain.head(about, sequence, seal));
        }
        String rows = String.join(", ", Collections.nCopies(entries.size(), "(" + columns.marks() + ")"));
        try {
            sql.change("write the journal", INSERT.formatted(columns.listed()) + rows, values.toArray());
        } catch (StatementFailed e) {
            if (e.fault() == Fault.DUPLICATE) {
                throw new IllegalStateException("the journal of " + about + " tells one of these already", e);
            }
            throw e;
        }
        return head.orElseThrow();
    }

    private Optional<Integer> month(ObjectRef about) {
        return sql.first("find an order", heads.of(about).find(), Newest::read, (Object) identifier(about.id()))
                .map(Newest::month);
    }

    @Override
    public boolean repeated(ObjectRef about, Fingerprint message) {
        return month(about)
                .filter(month -> sql.change(
                                "count a repeat",
                                REPEATED,
                                about.kind(),
                                identifier(about.id()),
                                month,
                                identifier(message.value()))
                        > 0)
                .isPresent();
    }

    @Override
    public List<Row> story(ObjectRef about) {
        return month(about)
                .map(month -> sql.list(
                        "read the journal",
                        STORY.formatted(columns.listed()),
                        cells -> JournalRow.read(about, cells, cipher),
                        about.kind(),
                        identifier(about.id()),
                        month))
                .orElse(List.of());
    }
}
