package io.quittance.persistence.audit;

import io.quittance.application.audit.OwnRow;
import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.relay.NewsTopic;
import io.quittance.persistence.database.Cells;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Optional;

/** What orders' own rows say that their journals say as well, whatever somebody has written there. */
final class OwnRowCells {
    private OwnRowCells() {}

    static String columns(ObjectRef.Kind kind) {
        return switch (kind) {
            case CAPTURE, PAYOUT -> "state, amount, currency, upstream_no, overdue_at";
            case CANCEL -> "state, out_trade_no, upstream_no, overdue_at";
            case PAYMENT -> "state";
            case PAYMENT_LINK -> "state, amount, currency";
            case RELAY -> "api";
            case NEWS -> "notify_type, subject";
        };
    }

    static OwnRow read(ObjectRef.Kind kind, Cells cells) throws SQLException {
        Optional<String> none = Optional.empty();
        return switch (kind) {
            case CAPTURE, PAYOUT ->
                new OwnRow(cells.maybeText("state"), amount(cells), none, upstream(cells), overdue(cells));
            case CANCEL ->
                new OwnRow(
                        cells.maybeText("state"),
                        none,
                        cells.maybeIdentifier("out_trade_no"),
                        upstream(cells),
                        overdue(cells));
            case PAYMENT -> new OwnRow(cells.maybeText("state"), none, none, none, false);
            case PAYMENT_LINK -> new OwnRow(cells.maybeText("state"), amount(cells), none, none, false);
            case RELAY -> new OwnRow(none, none, cells.maybeText("api"), none, false);
            case NEWS -> new OwnRow(none, none, Optional.of(topic(cells)), none, false);
        };
    }

    private static Optional<String> amount(Cells cells) throws SQLException {
        BigDecimal amount = cells.decimal("amount");
        String currency = cells.text("currency");
        try {
            return Optional.of(new Money(amount, new Currency(currency)).toString());
        } catch (IllegalArgumentException _) {
            // Nobody asked for such an amount.
            return Optional.of(amount.toPlainString() + " " + currency);
        }
    }

    private static Optional<String> upstream(Cells cells) throws SQLException {
        return cells.maybeIdentifier("upstream_no");
    }

    private static boolean overdue(Cells cells) throws SQLException {
        return cells.maybeText("overdue_at").isPresent();
    }

    private static String topic(Cells cells) throws SQLException {
        return NewsTopic.text(cells.identifier("notify_type"), cells.identifier("subject"));
    }
}
