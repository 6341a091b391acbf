package io.quittance.persistence.store;

import io.quittance.persistence.database.Sql;
import java.util.List;

/**
 * One step of how a server means to run a statement.
 *
 * @param rows how many it means to look at, about
 */
public record PlanStep(String table, String type, long rows, String extra) {
    public static List<PlanStep> of(Sql sql, String statement, Object... values) {
        return sql.list(
                "explain",
                "explain format = traditional " + statement,
                cells -> new PlanStep(
                        cells.maybeText("table").orElse(""),
                        cells.maybeText("type").orElse(""),
                        cells.maybeWhole("rows").orElse(0L),
                        cells.maybeText("extra").orElse("")),
                values);
    }

    public boolean readsTheTable() {
        return type.equalsIgnoreCase("ALL");
    }

    public boolean readsTheIndex() {
        return type.equals("index");
    }

    public boolean sorts() {
        return extra.contains("filesort");
    }

    public boolean needsATable() {
        return extra.contains("temporary");
    }
}
