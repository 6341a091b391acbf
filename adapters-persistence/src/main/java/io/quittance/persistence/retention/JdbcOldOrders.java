package io.quittance.persistence.retention;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.journal.ObjectRef.Kind;
import io.quittance.application.retention.Horizon;
import io.quittance.application.retention.OldOrders;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Database;
import io.quittance.persistence.database.JournalMonths;
import io.quittance.persistence.database.JournalMonths.Part;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.journal.JournalHeads;
import io.quittance.persistence.retention.Household.Key;
import io.quittance.persistence.retention.OldStories.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Old orders in their tables. An order's row and its story go in one unit of work, except where the story stands in a part
 * of the journal that goes as a whole: then the rows go first, and the part right behind them. Whoever is killed in
 * between leaves a story without a row, which nobody reaches and which the next run drops.
 */
public final class JdbcOldOrders implements OldOrders {
    private static final String LOCK = "select merchant_id from order_hold where " + Household.BY_KEY + " for update";

    private static final String UNLOCKED = "delete from order_hold where " + Household.BY_KEY;

    private static final String TOLD =
            "select id, created_at, due_at, stopped, verdict from simulated_order where id > ? order by id limit ?";

    private final Database database;
    private final Sql sql;
    private final Map<Kind, OldOrderSql> spoken = new EnumMap<>(Kind.class);
    private final OldStories stories;

    public JdbcOldOrders(Database database, JournalHeads heads) {
        this.database = database;
        this.sql = database.sql();
        for (Kind kind : Kind.values()) {
            spoken.put(kind, new OldOrderSql(heads.of(kind)));
        }
        this.stories = new OldStories(sql, spoken);
    }

    @Override
    public void reach(YearMonth now) {
        if (!database.isEmbedded() && new JournalMonths(sql).isShort(now)) {
            database.apart(apart -> new JournalMonths(apart).reach(now));
        }
    }

    @Override
    public Step forget(Kind kind, Map<Kind, Horizon> horizons, Place after, int limit) {
        List<Row> some = some(kind, horizons.get(kind), after, limit);
        if (some.isEmpty()) {
            return new Step(Map.of(), 0, Optional.empty());
        }
        Household household = Household.of(kind);
        List<Row> all = household.shared() ? ofHouseholds(household, some) : ofNumbers(kind, some);
        Set<Key> needed = needed(all, horizons.get(kind));
        List<Row> going =
                all.stream().filter(row -> !needed.contains(row.key())).toList();
        List<Row> staying =
                all.stream().filter(row -> needed.contains(row.key())).toList();
        int whole = whole(kind, horizons);
        stories.delete(going, whole);
        if (household.held()) {
            keys(going).forEach(key -> sql.change("forget the lock of an order", UNLOCKED, key.values()));
        }
        staying.stream()
                .filter(row -> row.month() <= whole)
                .forEach(row -> stories.carry(row, JournalMonths.number(following(whole))));
        Row last = some.getLast();
        return new Step(
                going.stream().collect(Collectors.groupingBy(Row::kind, Collectors.summingInt(_ -> 1))),
                (int) some.stream().filter(row -> needed.contains(row.key())).count(),
                some.size() < limit ? Optional.empty() : Optional.of(new Place(last.month(), last.number())));
    }

    private List<Row> some(Kind kind, Horizon horizon, Place after, int limit) {
        return sql.list(
                "look for old orders",
                spoken.get(kind).old(),
                cells -> row(kind, cells),
                after.month(),
                JournalMonths.number(horizon.last()),
                after.month(),
                identifier(after.number()),
                limit);
    }

    private static Row row(Kind kind, Cells cells) throws SQLException {
        String number = cells.identifier("number");
        Key key = Household.of(kind).shared()
                ? new Key(cells.whole("merchant_id"), cells.identifier("order_key"))
                : new Key(0, number);
        return new Row(kind, number, cells.integer("created_month"), key);
    }

    private static Set<Key> keys(List<Row> rows) {
        return rows.stream().map(Row::key).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Locked in the order of their keys, and each as everybody locks it: what is asked of an order begins with its hold. */
    private List<Row> ofHouseholds(Household household, List<Row> some) {
        List<Row> all = new ArrayList<>();
        for (Key key : keys(some)) {
            if (household.held()) {
                sql.list("lock an order", LOCK, cells -> cells.whole("merchant_id"), key.values());
            }
            for (Kind kind : household.kinds()) {
                all.addAll(sql.list(
                        "lock old orders", spoken.get(kind).ofHousehold(), cells -> row(kind, cells), key.values()));
            }
        }
        return all;
    }

    private List<Row> ofNumbers(Kind kind, List<Row> some) {
        return sql.list(
                "lock old orders",
                spoken.get(kind).ofNumbers(some.size()),
                cells -> row(kind, cells),
                some.stream().map(row -> (Object) identifier(row.number())).toArray());
    }

    /** The households of which an order is still needed. */
    private Set<Key> needed(List<Row> all, Horizon horizon) {
        Set<Key> needed = new TreeSet<>();
        all.stream().collect(Collectors.groupingBy(Row::kind)).forEach((kind, rows) -> {
            Map<String, Key> keys = rows.stream().collect(Collectors.toMap(Row::number, Row::key));
            Object[] values = Stream.concat(
                            rows.stream().map(row -> (Object) identifier(row.number())),
                            Stream.of(JournalMonths.number(horizon.last()), horizon.before()))
                    .toArray();
            sql.list(
                            "look what is needed",
                            spoken.get(kind).needed(rows.size()),
                            cells -> cells.identifier("number"),
                            values)
                    .forEach(number -> needed.add(keys.get(number)));
        });
        return needed;
    }

    /**
     * Up to which month, as the tables hold it, the stories of that kind go with whole parts; 0 for none. An order that
     * was made of late news, behind all parts of its month, stands in one that does not go.
     */
    private int whole(Kind kind, Map<Kind, Horizon> horizons) {
        if (database.isEmbedded()) {
            return 0;
        }
        List<Part> parts = going(horizons);
        return parts.stream()
                .filter(part -> part.kinds().contains(kind))
                .mapToInt(Part::number)
                .max()
                .orElse(0);
    }

    /** The parts in which no order has to stay any more, whatever its kind. */
    private List<Part> going(Map<Kind, Horizon> horizons) {
        return new JournalMonths(sql)
                .parts().stream()
                        .filter(part -> part.kinds().stream()
                                .allMatch(kind -> horizons.containsKey(kind)
                                        && !part.month()
                                                .isAfter(horizons.get(kind).last())))
                        .toList();
    }

    private static YearMonth following(int month) {
        return YearMonth.of(month / 100, month % 100).plusMonths(1);
    }

    @Override
    public List<String> dropMonths(Map<Kind, Horizon> horizons) {
        if (database.isEmbedded()) {
            return List.of();
        }
        List<Part> old = going(horizons);
        return old.isEmpty()
                ? List.of()
                : database.apart(apart -> old.stream()
                        .filter(part -> new JournalMonths(apart).drop(part, () -> none(part)))
                        .map(Part::name)
                        .toList());
    }

    /** Whether no order is left whose story stands there. */
    private boolean none(Part part) {
        return part.kinds().stream()
                .noneMatch(kind -> sql.first(
                                "look for orders of a month",
                                spoken.get(kind).left(),
                                cells -> cells.integer("created_month"),
                                part.number())
                        .isPresent());
    }

    @Override
    public SimulatedStep forgetSimulated(Instant before, long after, int limit) {
        record Told(long id, boolean old, boolean open) {}
        List<Told> some = sql.list(
                "look for old simulated orders",
                TOLD,
                cells -> new Told(
                        cells.whole("id"),
                        cells.instant("created_at").isBefore(before),
                        cells.maybeInstant("due_at").isPresent()
                                || cells.maybeText("stopped").isPresent()
                                || cells.text("verdict").equals("PENDING")),
                after,
                limit);
        Object[] going =
                some.stream().filter(one -> one.old && !one.open).map(Told::id).toArray();
        if (going.length > 0) {
            sql.change(
                    "forget simulated orders",
                    "delete from simulated_order where id in " + OldOrderSql.marks(going.length),
                    going);
        }
        boolean end = some.size() < limit || !some.getLast().old;
        return new SimulatedStep(going.length, end ? Optional.empty() : Optional.of(some.getLast().id));
    }

    @Override
    public Optional<YearMonth> oldest(Kind kind) {
        return sql.first("look for the oldest order", spoken.get(kind).oldest(), cells -> cells.maybeInteger("oldest"))
                .flatMap(found -> found)
                .map(month -> YearMonth.of(month / 100, month % 100));
    }
}
