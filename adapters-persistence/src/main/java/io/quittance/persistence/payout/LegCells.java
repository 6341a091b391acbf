package io.quittance.persistence.payout;

import io.quittance.domain.money.Currency;
import io.quittance.domain.payout.Leg;
import io.quittance.domain.payout.Sum;
import io.quittance.persistence.database.Cells;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One side of a payout in its seven columns, which begin with the side's name. */
final class LegCells {
    private static final List<String> PARTS =
            List.of("amount", "currency", "rate", "fee", "fee_currency", "tax", "tax_currency");

    private LegCells() {}

    static Stream<String> columns(String side) {
        return PARTS.stream().map(part -> side + "_" + part);
    }

    /** What {@link #columns} names, in that order. */
    static List<Object> values(Leg leg) {
        return List.of(
                amount(leg.amount()),
                currency(leg.amount()),
                leg.rate(),
                amount(leg.fee()),
                currency(leg.fee()),
                amount(leg.tax()),
                currency(leg.tax()));
    }

    static Leg read(Cells cells, String side) throws SQLException {
        return new Leg(
                sum(cells, side + "_amount", side + "_currency"),
                cells.maybeDecimal(side + "_rate"),
                sum(cells, side + "_fee", side + "_fee_currency"),
                sum(cells, side + "_tax", side + "_tax_currency"));
    }

    private static Optional<BigDecimal> amount(Optional<Sum> sum) {
        return sum.map(Sum::amount);
    }

    private static Optional<String> currency(Optional<Sum> sum) {
        return sum.flatMap(Sum::currency).map(Currency::code);
    }

    private static Optional<Sum> sum(Cells cells, String amount, String currency) throws SQLException {
        Optional<Currency> of = cells.maybeText(currency).map(Currency::new);
        return cells.maybeDecimal(amount).map(value -> new Sum(value, of));
    }
}
