package io.quittance.persistence.journal;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.journal.Discrepancies;
import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.persistence.database.BodyTable;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Columns;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Discrepancies in the table {@code discrepancy}. */
public final class JdbcDiscrepancies implements Discrepancies {
    /** The bodies of its table. */
    public static final BodyTable BODIES = DiscrepancyRow.BODIES;

    private static final String OPEN =
            "insert into discrepancy (%s) values (%s) on duplicate key update repeats = repeats + 1";

    private static final String END = """
        update discrepancy set ended = ?, ended_at = ?, ended_by = ?, ended_why = ?,
          object_kind = coalesce(object_kind, ?), object_id = coalesce(object_id, ?)
        where id = ? and ended is null
        """;

    private static final String FORGET = "update discrepancy set body = ?, body_key = ? where id = ?";

    private static final String LOOKED = """
        insert into discrepancy_look (discrepancy_id, looked_at, person, reason) values (?, ?, ?, ?)
        """;

    private static final String LOOKS = """
        select looked_at, person, reason from discrepancy_look where discrepancy_id = ? order by id
        """;

    private final Sql sql;
    private final BodyCipher cipher;
    private final Columns<Discrepancy> columns;

    public JdbcDiscrepancies(Sql sql, BodyCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
        columns = DiscrepancyRow.columns(cipher);
    }

    @Override
    public boolean open(Discrepancy discrepancy) {
        String insert = OPEN.formatted(columns.listed(), columns.marks());
        return sql.change("keep a discrepancy", insert, columns.bound(discrepancy)) == 1;
    }

    @Override
    public List<Kept> of(MerchantId merchant, int limit) {
        return of(merchant.value(), limit);
    }

    @Override
    public List<Kept> unassigned(int limit) {
        return of(DiscrepancyRow.NOBODY, limit);
    }

    private List<Kept> of(long merchant, int limit) {
        return list("where merchant_id = ? and ended is null order by id limit ?", merchant, limit);
    }

    private List<Kept> list(String behind, Object... values) {
        return list(columns.names(), cells -> DiscrepancyRow.read(cells, cipher), behind, values);
    }

    /** One whose body cannot be read, as somebody has changed it, must not hide the others. */
    private List<Kept> listWithoutBodies(String behind, Object... values) {
        List<String> names = columns.names().stream()
                .filter(name -> !DiscrepancyRow.BODY.contains(name))
                .toList();
        return list(names, DiscrepancyRow::readWithoutBody, behind, values);
    }

    private List<Kept> list(List<String> names, Cells.Reader<Kept> reader, String behind, Object... values) {
        return sql.list(
                "read discrepancies",
                "select id, " + String.join(", ", names)
                        + ", repeats, ended, ended_at, ended_by, ended_why from discrepancy " + behind,
                reader,
                values);
    }

    @Override
    public Optional<Kept> find(long number) {
        return list("where id = ?", number).stream().findFirst();
    }

    @Override
    public List<Kept> page(Wanted wanted, Optional<Long> behind, int limit) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        conditions.add(wanted.ended() ? "ended is not null" : "ended is null");
        wanted.kind().ifPresent(kind -> {
            conditions.add("object_kind = ?");
            values.add(kind);
        });
        wanted.merchant().ifPresent(merchant -> {
            conditions.add("merchant_id = ?");
            values.add(merchant.value());
        });
        if (!wanted.about().isEmpty()) {
            conditions.add("("
                    + String.join(
                            " or ", Collections.nCopies(wanted.about().size(), "(object_kind = ? and object_id = ?)"))
                    + ")");
            for (ObjectRef order : wanted.about()) {
                values.add(order.kind());
                values.add(identifier(order.id()));
            }
        }
        wanted.until().ifPresent(time -> {
            conditions.add("happened_at <= ?");
            values.add(time);
        });
        behind.ifPresent(last -> {
            conditions.add(wanted.oldestFirst() ? "id > ?" : "id < ?");
            values.add(last);
        });
        values.add(limit);
        return listWithoutBodies(
                "where " + String.join(" and ", conditions) + " order by id" + (wanted.oldestFirst() ? "" : " desc")
                        + " limit ?",
                values.toArray());
    }

    @Override
    public boolean end(long number, Ending ending, Optional<ObjectRef> about) {
        return sql.change(
                        "end a discrepancy",
                        END,
                        ending.how(),
                        ending.at(),
                        ending.person(),
                        ending.reason(),
                        about.map(ObjectRef::kind),
                        about.map(order -> identifier(order.id())),
                        number)
                == 1;
    }

    @Override
    public void looked(long number, Look look) {
        sql.change("keep who looked at a discrepancy", LOOKED, number, look.at(), look.person(), look.reason());
    }

    @Override
    public List<Look> looks(long number) {
        return sql.list(
                "read who looked at a discrepancy",
                LOOKS,
                cells -> new Look(cells.instant("looked_at"), cells.text("person"), cells.text("reason")),
                number);
    }

    @Override
    public void forget(ObjectRef about) {
        List<Kept> all = listWithoutBodies(
                "where object_kind = ? and object_id = ? order by id", about.kind(), identifier(about.id()));
        for (Kept one : all) {
            Sealed nothing = DiscrepancyRow.forgotten(one.discrepancy(), cipher);
            sql.change("forget a message", FORGET, nothing.content(), nothing.keyId(), one.number());
        }
    }

    @Override
    public long open() {
        return sql.first(
                        "count open discrepancies",
                        "select count(*) as amount from discrepancy where ended is null",
                        cells -> cells.whole("amount"))
                .orElseThrow();
    }
}
