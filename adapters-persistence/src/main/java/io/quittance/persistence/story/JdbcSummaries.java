package io.quittance.persistence.story;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.story.Summaries;
import io.quittance.application.story.Summary;
import io.quittance.application.story.Wanted;
import io.quittance.domain.text.ProtocolText;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.story.SummaryTable.Key;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Summaries out of the tables of all kinds of order. */
public final class JdbcSummaries implements Summaries {
    private static final String BY_COLUMN = "select %s from %s where %s = ? order by %s limit ?";

    /** Merchants are few: one look into the index for each, as no index begins with what a merchant calls an order. */
    private static final String BY_KEY = """
        select %s from merchant join %s t on t.merchant_id = merchant.id and t.%s = ? order by %s limit ?
        """;

    /** A link holds several attempts to pay it, each with a number of its own. */
    private static final String BY_TRANSACTION = """
        select %s from %s where %s in (select link_id from payment_link_transaction where out_trade_no = ?)
        order by %3$s limit ?
        """;

    private final Sql sql;

    public JdbcSummaries(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Summary> find(ObjectRef about) {
        SummaryTable table = SummaryTable.of(about.kind());
        return by(table, table.number(), about.id(), 1).stream().findFirst();
    }

    @Override
    public List<String> states(ObjectRef.Kind kind) {
        return OrderStates.of(kind);
    }

    @Override
    public List<Summary> named(String id, int limit) {
        Map<ObjectRef, Summary> found = new LinkedHashMap<>();
        Arrays.stream(ObjectRef.Kind.values())
                .map(SummaryTable::of)
                .flatMap(table -> named(table, id, limit).limit(limit))
                .forEach(summary -> found.putIfAbsent(summary.about(), summary));
        return List.copyOf(found.values());
    }

    private Stream<Summary> named(SummaryTable table, String id, int limit) {
        return Stream.of(
                        by(table, table.number(), id, limit).stream(),
                        table.numberedByUpstream()
                                ? by(table, table.upstream(), id, limit).stream()
                                : Stream.<Summary>empty(),
                        table.keys().stream().flatMap(key -> by(table, key, id, limit).stream()),
                        table.kind() == ObjectRef.Kind.PAYMENT_LINK
                                ? byTransaction(table, id, limit).stream()
                                : Stream.<Summary>empty())
                .flatMap(all -> all)
                .distinct();
    }

    private List<Summary> by(SummaryTable table, String column, String id, int limit) {
        return sql.list(
                "find an order by any of its numbers",
                BY_COLUMN.formatted(table.columns(), table.table(), column, table.number()),
                table::read,
                identifier(id),
                limit);
    }

    private List<Summary> by(SummaryTable table, Key key, String id, int limit) {
        return sql.list(
                "find an order by what its merchant calls it",
                BY_KEY.formatted(table.columns(), table.table(), key.column(), table.number()),
                table::read,
                identifier(key.folded() ? ProtocolText.folded(id) : id),
                limit);
    }

    private List<Summary> byTransaction(SummaryTable table, String id, int limit) {
        return sql.list(
                "find a payment link by an attempt to pay it",
                BY_TRANSACTION.formatted(table.columns(), table.table(), table.number()),
                table::read,
                identifier(id),
                limit);
    }

    @Override
    public List<Summary> page(Wanted wanted, Optional<ObjectRef> behind, int limit) {
        return new SummaryPages(sql).page(wanted, behind, limit);
    }
}
