package io.quittance.persistence.story;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.journal.ObjectRef.Kind;
import io.quittance.application.story.Summary;
import io.quittance.application.story.Wanted;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.story.Placed.Condition;
import io.quittance.persistence.story.SummaryTable.Part;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists of orders, page by page. A page of all kinds takes a page of each, all behind the same place, and of these the newest: it
 * costs a few pages of one kind, however many orders there are.
 */
record SummaryPages(Sql sql) {
    private static final String NEWEST_MONTH_FIRST = " order by created_month desc, ";

    List<Summary> page(Wanted wanted, Optional<ObjectRef> behind, int limit) {
        Optional<Placed> last = behind.flatMap(this::place);
        // One that is there no more ends the list: what is behind it cannot be told.
        if (last.isEmpty() && behind.isPresent()) {
            return List.of();
        }
        Stream<Placed> found = wanted.kind().isPresent()
                ? byTime(SummaryTable.of(wanted.kind().get()), wanted, last, limit).stream()
                : Arrays.stream(Kind.values())
                        .map(SummaryTable::of)
                        .flatMap(table -> byTime(table, wanted, last, limit).stream())
                        .sorted(Placed.NEWEST_FIRST)
                        .limit(limit);
        return found.map(Placed::summary).toList();
    }

    private Optional<Placed> place(ObjectRef last) {
        SummaryTable table = SummaryTable.of(last.kind());
        return sql.first(
                "find where a list goes on",
                "select " + columns(table) + " from " + table.table() + " where " + table.number() + " = ?",
                cells -> read(table, cells),
                (Object) identifier(last.id()));
    }

    private List<Placed> byTime(SummaryTable table, Wanted wanted, Optional<Placed> last, int limit) {
        boolean ever =
                wanted.state().map(OrderStates.of(table.kind())::contains).orElse(true);
        if (!ever) {
            return List.of();
        }
        return table.kind() == Kind.PAYMENT_LINK
                ? monthByMonth(table, wanted, last, limit)
                : byNumber(table, wanted, last, limit);
    }

    private List<Placed> byNumber(SummaryTable table, Wanted wanted, Optional<Placed> last, int limit) {
        List<Condition> conditions = conditions(table, wanted);
        last.ifPresent(place -> conditions.add(place.behindByNumber(table)));
        return list(table, conditions, table.number() + " desc", limit);
    }

    private List<Placed> monthByMonth(SummaryTable table, Wanted wanted, Optional<Placed> last, int limit) {
        List<Placed> found = new ArrayList<>();
        int newest = last.map(Placed::month).orElse(Integer.MAX_VALUE);
        Optional<Integer> month = month(table, newest);
        while (month.isPresent() && found.size() < limit) {
            int one = month.get();
            List<Condition> conditions = conditions(table, wanted);
            conditions.add(new Condition("created_month = ?", List.of(one)));
            last.filter(place -> place.month() == one)
                    .ifPresent(place -> conditions.add(place.behindWithinMonth(table)));
            String order = table.made() + " desc, " + table.number() + " desc";
            found.addAll(list(table, conditions, order, limit - found.size()));
            month = month(table, one - 1);
        }
        return found;
    }

    /** The newest month up to that one in which any was made. */
    private Optional<Integer> month(SummaryTable table, int most) {
        return sql.first(
                "find a month with orders",
                "select created_month from " + table.table() + " where created_month <= ?" + NEWEST_MONTH_FIRST
                        + table.number() + " desc limit 1",
                cells -> cells.integer("created_month"),
                most);
    }

    private List<Placed> list(SummaryTable table, List<Condition> conditions, String order, int limit) {
        String where = conditions.isEmpty()
                ? ""
                : conditions.stream().map(Condition::text).collect(Collectors.joining(" and ", " where ", ""));
        Stream<Object> values = conditions.stream().flatMap(condition -> condition.values().stream());
        return sql.list(
                "list orders",
                "select " + columns(table) + " from " + table.table() + where + NEWEST_MONTH_FIRST + order + " limit ?",
                cells -> read(table, cells),
                Stream.concat(values, Stream.of(limit)).toArray());
    }

    private static String columns(SummaryTable table) {
        return table.columns() + ", created_month";
    }

    private static Placed read(SummaryTable table, Cells cells) throws SQLException {
        return new Placed(cells.integer("created_month"), table.read(cells));
    }

    private static List<Condition> conditions(SummaryTable table, Wanted wanted) {
        List<Condition> conditions = new ArrayList<>();
        wanted.state().ifPresent(state -> conditions.add(new Condition(table.state() + " = ?", List.of(state))));
        if (!wanted.merchants().isEmpty()) {
            String marks =
                    String.join(", ", Collections.nCopies(wanted.merchants().size(), "?"));
            conditions.add(new Condition(
                    "merchant_id in (" + marks + ")",
                    wanted.merchants().stream()
                            .<Object>map(merchant -> merchant.value())
                            .toList()));
        }
        wanted.madeUntil().ifPresent(time -> conditions.add(new Condition(table.made() + " <= ?", List.of(time))));
        if (wanted.overdue()) {
            conditions.add(new Condition(table.has(Part.OVERDUE) ? "overdue_at is not null" : "1 = 0", List.of()));
        }
        return conditions;
    }
}
