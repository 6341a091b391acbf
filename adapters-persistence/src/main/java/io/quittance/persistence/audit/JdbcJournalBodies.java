package io.quittance.persistence.audit;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.audit.JournalBodies;
import io.quittance.application.journal.ObjectRef;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.journal.JournalHeads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Bodies in the table {@code journal}; what the database has freed it writes over in its own time. */
public final class JdbcJournalBodies implements JournalBodies {
    private final Sql sql;
    private final JournalHeads heads;

    public JdbcJournalBodies(Sql sql, JournalHeads heads) {
        this.sql = sql;
        this.heads = heads;
    }

    @Override
    public void remove(ObjectRef about, Set<Integer> rows) {
        List<Object> values = new ArrayList<>(List.of(about.kind(), identifier(about.id()), identifier(about.id())));
        values.addAll(rows);
        int removed = sql.change(
                "take bodies out of the journal",
                "update journal set body = null, body_key = null where object_kind = ? and object_id = ?"
                        + " and object_month = " + heads.of(about).monthOf() + " and body is not null and seq in ("
                        + String.join(", ", Collections.nCopies(rows.size(), "?")) + ")",
                values.toArray());
        if (removed != rows.size()) {
            throw new IllegalStateException(
                    about + ": " + removed + " rows had a body (expected: " + rows.size() + ")");
        }
    }
}
