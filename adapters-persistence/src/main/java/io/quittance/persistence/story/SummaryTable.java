package io.quittance.persistence.story;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.story.Summary;
import io.quittance.application.story.Summary.Named;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.persistence.OrderHeads;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.journal.JournalHead;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the orders of one kind are read as summaries. What a table does not have is null in its place, so that all are read
 * alike.
 *
 * @param theirs what merchants call an order: the protocol's name of it, and the column
 * @param keys columns by which an order is found together with its merchant; there is an index on each
 * @param upstream the column that upstream's number is in; empty where there is none
 * @param state an expression
 * @param detail an expression
 * @param made the column that tells when it was made
 * @param has what else there is of it
 */
record SummaryTable(
        ObjectRef.Kind kind,
        Map<String, String> theirs,
        List<Key> keys,
        String upstream,
        String state,
        String detail,
        String made,
        Set<Part> has) {
    /** @param folded whether it is compared without regard to case */
    record Key(String column, boolean folded) {}

    /** What not all have. */
    enum Part {
        AMOUNT("amount", "currency"),
        END("ended_at"),
        FAILURE("failure_code", "failure_message"),
        OVERDUE("overdue_at");

        private final List<String> columns;

        Part(String... columns) {
            this.columns = List.of(columns);
        }
    }

    private static final String NONE = "null";
    private static final Key REQUEST = new Key("request_id", false);
    private static final Key ORDER = new Key("order_key", true);
    private static final Map<String, String> OF_ORDER = Map.of("outTradeNo", "out_trade_no");
    private static final Map<String, String> OF_REQUEST =
            Map.of("requestId", "request_id", "outTradeNo", "out_trade_no");
    private static final Set<Part> ALL_PARTS = Set.of(Part.values());

    private static final Map<ObjectRef.Kind, SummaryTable> TABLES = Stream.of(
                    ofOperations(ObjectRef.Kind.CAPTURE, ALL_PARTS),
                    ofOperations(ObjectRef.Kind.CANCEL, Set.of(Part.END, Part.FAILURE, Part.OVERDUE)),
                    new SummaryTable(
                            ObjectRef.Kind.PAYOUT,
                            OF_ORDER,
                            List.of(ORDER),
                            "upstream_no",
                            "state",
                            "sub_status",
                            "created_at",
                            ALL_PARTS),
                    new SummaryTable(
                            ObjectRef.Kind.PAYMENT,
                            OF_ORDER,
                            List.of(ORDER),
                            "trade_token",
                            "state",
                            NONE,
                            "created_at",
                            ALL_PARTS),
                    new SummaryTable(
                            ObjectRef.Kind.PAYMENT_LINK,
                            Map.of("merchantLinkId", "merchant_link_id"),
                            List.of(new Key("merchant_link_id", false)),
                            "upstream_id",
                            "state",
                            "opening",
                            "created_at",
                            Set.of(Part.AMOUNT, Part.OVERDUE)),
                    new SummaryTable(
                            ObjectRef.Kind.RELAY,
                            Map.of(),
                            List.of(),
                            NONE,
                            "'PASSED_ON'",
                            "api",
                            "asked_at",
                            Set.of()),
                    new SummaryTable(
                            ObjectRef.Kind.NEWS,
                            Map.of("subject", "subject"),
                            List.of(),
                            NONE,
                            "'PASSED_ON'",
                            "notify_type",
                            "heard_at",
                            Set.of()))
            .collect(Collectors.toMap(
                    SummaryTable::kind, table -> table, (one, _) -> one, () -> new EnumMap<>(ObjectRef.Kind.class)));

    SummaryTable {
        theirs = Map.copyOf(theirs);
        keys = List.copyOf(keys);
        has = Set.copyOf(has);
    }

    private static SummaryTable ofOperations(ObjectRef.Kind kind, Set<Part> has) {
        return new SummaryTable(
                kind, OF_REQUEST, List.of(REQUEST, ORDER), "upstream_no", "state", NONE, "created_at", has);
    }

    static SummaryTable of(ObjectRef.Kind kind) {
        return TABLES.get(kind);
    }

    private JournalHead head() {
        return OrderHeads.ALL.of(kind);
    }

    String number() {
        return head().number();
    }

    String table() {
        return head().table();
    }

    boolean has(Part part) {
        return has.contains(part);
    }

    boolean numberedByUpstream() {
        return !upstream.equals(NONE);
    }

    /** What is selected of a row. */
    String columns() {
        Stream<String> parts = Stream.of(Part.values())
                .flatMap(part -> part.columns.stream().map(column -> has(part) ? column : NONE + " as " + column));
        return Stream.of(
                        Stream.of(
                                number(),
                                "merchant_id",
                                "account_id",
                                upstream + " as upstream",
                                state + " as stands",
                                detail + " as detail",
                                made + " as made"),
                        theirs.values().stream().sorted(),
                        parts)
                .flatMap(all -> all)
                .collect(Collectors.joining(", "));
    }

    Summary read(Cells cells) throws SQLException {
        List<Named> named = new ArrayList<>();
        for (String field : theirs.keySet().stream().sorted().toList()) {
            named.add(new Named(field, cells.identifier(theirs.get(field))));
        }
        Instant made = cells.instant("made");
        Optional<BigDecimal> amount = cells.maybeDecimal("amount");
        String currency = cells.maybeText("currency").orElse("");
        return new Summary(
                new ObjectRef(kind, cells.identifier(number())),
                new MerchantId(cells.whole("merchant_id")),
                new AccountId(cells.whole("account_id")),
                named,
                cells.maybeIdentifier("upstream"),
                cells.text("stands"),
                detail(cells),
                amount.map(value -> new Money(value, new Currency(currency))),
                made,
                cells.maybeInstant("ended_at"),
                cells.maybeFailure(),
                cells.maybeInstant("overdue_at"));
    }

    /** A type of news is an identifier, and those are bytes. */
    private Optional<String> detail(Cells cells) throws SQLException {
        return kind == ObjectRef.Kind.NEWS ? cells.maybeIdentifier("detail") : cells.maybeText("detail");
    }
}
