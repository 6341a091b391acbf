package io.quittance.persistence.database;

import io.quittance.application.journal.ObjectRef.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of the journal on MySQL and MariaDB: two for each month, {@code r202611} for relays, which are the mass and go
 * early, {@code p202611} for all other kinds. The lowest also takes what is older; {@code pmax}, the last, what no month
 * was made for yet, so that no story is ever turned away. H2 knows no parts; ask none of this there.
 */
public final class JournalMonths {
    /** Months made before they come: one of them may be missed without anything being kept in the last part. */
    static final int AHEAD = 2;

    /** Further back no months are made when a journal is divided; what is older stays with the oldest of them. */
    private static final int BACK = 36;

    private static final String LAST = "pmax";
    private static final Kind EARLY = Kind.RELAY;

    /** No kind is called that; a later one whose name lies behind it is kept with the next month's, so longer. */
    private static final String BEHIND_EARLY = "RELAYS";

    private static final String BEGUN = "alter table journal partition by range columns (object_month, object_kind) (";
    private static final String LONGER = "alter table journal reorganize partition " + LAST + " into (";
    private static final String REST = "partition " + LAST + " values less than (maxvalue, maxvalue))";

    private static final String PARTS = """
        select partition_name as name from information_schema.partitions
        where table_schema = database() and table_name = 'journal' and partition_method = 'RANGE COLUMNS'
        order by partition_ordinal_position
        """;

    private static final String OLDEST =
            List.of("capture", "cancel", "payment", "payout", "payment_link", "relay", "foreign_news").stream()
                    .map(table -> "select min(created_month) as oldest from " + table)
                    .collect(Collectors.joining(" union all ", "select min(oldest) as oldest from (", ") each_kind"));

    /** Whoever works with the journal waits behind us meanwhile, so we rather come again. */
    private static final String BRIEFLY = "set session lock_wait_timeout = 1";

    /** Locks are the server's, not the database's. */
    private static final String LOCK = "select get_lock(concat('quittance.months.', crc32(database())), 5) as got";

    private static final String UNLOCK = "select release_lock(concat('quittance.months.', crc32(database()))) as got";

    private final Sql sql;

    /** @param sql with connections of which no statement is cut off in time, and that nobody else gets afterwards */
    public JournalMonths(Sql sql) {
        this.sql = sql;
    }

    /** One part: the stories of some kinds of order that came in one month. */
    public record Part(String name, YearMonth month) {
        private static Part of(String name) {
            int month = Integer.parseInt(name.substring(1));
            return new Part(name, YearMonth.of(month / 100, month % 100));
        }

        /** The kinds of order whose stories it holds. */
        public Set<Kind> kinds() {
            return kindsWith(name.startsWith("r") ? EARLY : Kind.CAPTURE);
        }

        /** The month as the tables hold it. */
        public int number() {
            return JournalMonths.number(month);
        }
    }

    /** The kinds that stand in one part with it, that kind among them. */
    public static Set<Kind> kindsWith(Kind kind) {
        return kind == EARLY ? EnumSet.of(EARLY) : EnumSet.complementOf(EnumSet.of(EARLY));
    }

    /** A month as the tables hold it: 202611. */
    public static int number(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }

    /** Divides a journal that is not divided yet; that copies it. */
    public void divide(YearMonth now) {
        if (names().contains(LAST)) {
            return;
        }
        YearMonth oldest = sql.first("find the oldest order", OLDEST, cells -> cells.maybeInteger("oldest"))
                .flatMap(found -> found)
                .map(found -> YearMonth.of(found / 100, found % 100))
                .orElse(now);
        YearMonth from = oldest.isBefore(now.minusMonths(BACK)) ? now.minusMonths(BACK) : oldest;
        sql.change("divide the journal", BEGUN + made(from.isAfter(now) ? now : from, now) + REST);
    }

    /** Whether months are missing that {@link #reach} would make. */
    public boolean isShort(YearMonth now) {
        return next().filter(next -> !next.isAfter(now.plusMonths(AHEAD))).isPresent();
    }

    /** Makes the months to come. What stands in the last part moves to its month. @return whether any were missing */
    public boolean reach(YearMonth now) {
        return alone(() -> {
            Optional<YearMonth> missing = next().filter(next -> !next.isAfter(now.plusMonths(AHEAD)));
            missing.ifPresent(from -> sql.change("make months for the journal", LONGER + made(from, now) + REST));
            return missing.isPresent();
        });
    }

    /** The first month for which there is no part; empty if the journal is not divided. */
    private Optional<YearMonth> next() {
        return parts().stream().map(Part::month).max(YearMonth::compareTo).map(month -> month.plusMonths(1));
    }

    private static String made(YearMonth from, YearMonth now) {
        return Stream.iterate(from, month -> !month.isAfter(now.plusMonths(AHEAD)), month -> month.plusMonths(1))
                .map(JournalMonths::number)
                .map(month ->
                        "partition p%1$d values less than (%1$d, '%2$s'), partition r%1$d values less than (%1$d, '%3$s'), "
                                .formatted(month, EARLY, BEHIND_EARLY))
                .collect(Collectors.joining());
    }

    /** All parts that belong to a month, oldest first. */
    public List<Part> parts() {
        return names().stream()
                .filter(name -> name.matches("[pr][0-9]{6}"))
                .map(Part::of)
                .toList();
    }

    /** All parts by their names: the last first, which no month was made for yet, then by month. */
    public List<String> all() {
        List<String> names = names();
        return Stream.concat(names.stream().filter(LAST::equals), names.stream().filter(name -> !LAST.equals(name)))
                .toList();
    }

    private List<String> names() {
        return sql.list("read the parts of the journal", PARTS, cells -> cells.text("name"));
    }

    /**
     * Drops a part with all that stands in it, unless somebody still needs it.
     *
     * @param free whether no order is left whose story stands there; asked while nobody can write to the journal, and on
     *     another connection, so that it sees what everybody has written
     * @return whether it is gone
     */
    public boolean drop(Part part, BooleanSupplier free) {
        return alone(() -> {
            if (!parts().contains(part)) {
                return false;
            }
            sql.change("hold the journal", "lock tables journal write");
            try {
                boolean gone = !holdsOthers(part) && free.getAsBoolean();
                if (gone) {
                    sql.change("drop a month", "alter table journal drop partition " + part.name);
                }
                return gone;
            } finally {
                sql.change("let the journal go", "unlock tables");
            }
        });
    }

    /** A kind of order that this version does not know, or one that is older than all parts of its own. */
    private boolean holdsOthers(Part part) {
        String own = part.kinds().stream().map(kind -> "'" + kind + "'").collect(Collectors.joining(", "));
        String others =
                "select seq from journal partition (" + part.name + ") where object_kind not in (" + own + ") limit 1";
        return sql.first("look into a part of the journal", others, cells -> cells.integer("seq"))
                .isPresent();
    }

    /** On one connection, while no other instance changes parts. @return what the work does, or false if another does it */
    private boolean alone(BooleanSupplier work) {
        try (Connection connection = sql.connect()) {
            return sql.on(connection, () -> {
                if (!asked(LOCK)) {
                    return false;
                }
                try {
                    sql.change("wait briefly", BRIEFLY);
                    return work.getAsBoolean();
                } finally {
                    asked(UNLOCK);
                }
            });
        } catch (SQLException e) {
            throw Fault.translate("change the parts of the journal", e);
        }
    }

    private boolean asked(String lock) {
        return sql.first("agree on who changes the journal", lock, cells -> cells.maybeInteger("got"))
                .flatMap(got -> got)
                .filter(got -> got == 1)
                .isPresent();
    }
}
