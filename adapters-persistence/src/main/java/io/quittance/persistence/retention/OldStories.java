package io.quittance.persistence.retention;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.journal.ObjectRef.Kind;
import io.quittance.persistence.database.Sql;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What becomes of old orders and of all that hangs on them, once it is decided. */
final class OldStories {
    private final Sql sql;
    private final Map<Kind, OldOrderSql> spoken;

    /** An order as it is looked at. */
    record Row(Kind kind, String number, int month, Household.Key key) {}

    OldStories(Sql sql, Map<Kind, OldOrderSql> spoken) {
        this.sql = sql;
        this.spoken = spoken;
    }

    /** @param whole the stories up to that month are left to whoever drops months */
    void delete(List<Row> going, int whole) {
        going.stream().collect(Collectors.groupingBy(Row::kind)).forEach((kind, rows) -> {
            OldOrderSql of = spoken.get(kind);
            if (kind == Kind.PAYMENT_LINK) {
                sql.change(
                        "forget the transactions of old links",
                        "delete from payment_link_transaction where link_id in " + OldOrderSql.marks(rows.size()),
                        numbers(rows).toArray());
            }
            rows.stream()
                    .filter(row -> row.month() > whole)
                    .collect(Collectors.groupingBy(Row::month))
                    .forEach((month, some) -> sql.change(
                            "forget old stories",
                            of.deleteStories(some.size()),
                            Stream.concat(Stream.of(month), numbers(some)).toArray()));
            sql.change(
                    "forget old orders", of.delete(rows.size()), numbers(rows).toArray());
        });
    }

    private static Stream<Object> numbers(List<Row> rows) {
        return rows.stream().map(row -> identifier(row.number()));
    }

    /** Lets an order that is still needed go on to another month, so that the part that it stands in may go. */
    void carry(Row row, int month) {
        OldOrderSql of = spoken.get(row.kind());
        byte[] number = identifier(row.number());
        sql.change("carry a story on", of.carry("journal"), month, number, row.month());
        sql.change("carry on what is owed", of.carry("delivery"), month, number, row.month());
        sql.change("carry an order on", of.carry(), month, number);
    }
}
