package io.quittance.persistence.bodies;

import io.quittance.persistence.database.JournalMonths;
import io.quittance.persistence.database.Sql;
import java.util.List;
import java.util.Optional;

/**
 * The parts in which somebody goes through the journal: a kind of order in a month, or in all months where it has no parts. What lies
 * in the last part of all goes first, as it may move to a month; and months in their order, as orders are carried to later ones alone.
 */
final class JournalParts {
    private static final String KIND =
            "select object_kind as kind from journal %s where object_kind > ? order by object_kind limit 1";

    private final Sql sql;
    private final boolean embedded;

    JournalParts(Sql sql, boolean embedded) {
        this.sql = sql;
        this.embedded = embedded;
    }

    /** What is behind a table's name to read that part alone. */
    String clause(String part) {
        String month = part.substring(0, part.indexOf('/'));
        return month.isEmpty() ? "" : "partition (" + month + ")";
    }

    /** Of which kind of order the rows of that part are. */
    String kind(String part) {
        return part.substring(part.indexOf('/') + 1);
    }

    /** Whether it is still there; only a month can go. */
    boolean has(String part) {
        return part.indexOf('/') >= 0 && months().contains(part.substring(0, part.indexOf('/')));
    }

    /** The first that holds anything. */
    Optional<String> first() {
        return in(months());
    }

    /** The next one that holds anything. */
    Optional<String> after(String part) {
        String month = part.substring(0, part.indexOf('/'));
        List<String> months = months();
        return kindIn(month, kind(part)).or(() -> in(months.subList(months.indexOf(month) + 1, months.size())));
    }

    private Optional<String> in(List<String> months) {
        return months.stream().flatMap(month -> kindIn(month, "").stream()).findFirst();
    }

    private Optional<String> kindIn(String month, String after) {
        return sql.first(
                        "look for kinds of order",
                        KIND.formatted(clause(month + "/")),
                        cells -> cells.text("kind"),
                        after)
                .map(kind -> month + "/" + kind);
    }

    private List<String> months() {
        return embedded ? List.of("") : new JournalMonths(sql).all();
    }
}
