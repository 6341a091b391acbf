package io.quittance.persistence.story;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.errand.Errand;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.story.Outstanding;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What the tables {@code errand} and {@code delivery} hold of one order. */
public final class JdbcOutstanding implements Outstanding {
    private static final String ASKING = """
        select step, attempt, due_at, stopped, stopped_why from errand where object_kind = ? and object_id = ?
        """;

    private static final String TELLING = """
        select owed, attempt, due_at, stopped, stopped_why from delivery where object_kind = ? and object_id = ? order by owed
        """;

    private final Sql sql;

    public JdbcOutstanding(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Asking> asking(ObjectRef about) {
        return sql.first(
                "read what is to be asked",
                ASKING,
                cells -> new Asking(
                        Errand.Step.valueOf(cells.text("step")),
                        cells.integer("attempt"),
                        cells.maybeDue("due_at"),
                        stopped(cells)),
                about.kind(),
                identifier(about.id()));
    }

    @Override
    public List<Telling> telling(ObjectRef about) {
        return sql.list(
                "read what is to be told",
                TELLING,
                cells -> new Telling(
                        cells.integer("owed"), cells.integer("attempt"), cells.maybeDue("due_at"), stopped(cells)),
                about.kind(),
                identifier(about.id()));
    }

    private static Optional<Stopped> stopped(Cells cells) throws SQLException {
        Optional<String> why = cells.maybeText("stopped_why");
        return cells.maybeText("stopped").map(how -> new Stopped(how, why));
    }
}
