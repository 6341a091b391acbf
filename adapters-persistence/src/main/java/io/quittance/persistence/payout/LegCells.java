package io.quittance.persistence.payout;

import io.quittance.domain.money.Currency;
import io.quittance.domain.payout.Leg;
import io.quittance.domain.payout.Legs;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Sum;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Columns;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;

/** One side of a payout in its seven columns, which begin with the side's name. */
final class LegCells {
    private LegCells() {}

    static Columns<Payout> columns(String side, Function<Legs, Leg> which) {
        Function<Payout, Leg> leg = payout -> which.apply(payout.legs());
        return Columns.of(
                Columns.of(side + "_amount", leg.andThen(Leg::amount).andThen(LegCells::amount)),
                Columns.of(side + "_currency", leg.andThen(Leg::amount).andThen(LegCells::currency)),
                Columns.of(side + "_rate", leg.andThen(Leg::rate)),
                Columns.of(side + "_fee", leg.andThen(Leg::fee).andThen(LegCells::amount)),
                Columns.of(side + "_fee_currency", leg.andThen(Leg::fee).andThen(LegCells::currency)),
                Columns.of(side + "_tax", leg.andThen(Leg::tax).andThen(LegCells::amount)),
                Columns.of(side + "_tax_currency", leg.andThen(Leg::tax).andThen(LegCells::currency)));
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
