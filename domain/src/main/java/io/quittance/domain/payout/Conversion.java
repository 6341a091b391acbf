package io.quittance.domain.payout;

import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How much is paid out, and out of which currency into which.
 *
 * @param trade what is asked for, in the currency of either side or of neither
 * @param source the currency of the merchant's account that is debited; empty where the merchant leaves that open
 * @param destination the currency that arrives; empty for the one that is used where the money goes
 */
public record Conversion(Money trade, Optional<Currency> source, Optional<Currency> destination) {
    /** One of the two ends of a payout. */
    public enum Side {
        SOURCE,
        DESTINATION
    }

    public Conversion {
        Objects.requireNonNull(trade, "trade");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(destination, "destination");
    }

    /**
     * The sides whose amount is fixed, before fees: those that are said to be in the currency of the trade. The amount of
     * the other is made by a rate; with both in it there is none, and with neither the rates to both are upstream's.
     */
    public Set<Side> fixed() {
        Set<Side> fixed = EnumSet.noneOf(Side.class);
        source.filter(trade.currency()::equals).ifPresent(_ -> fixed.add(Side.SOURCE));
        destination.filter(trade.currency()::equals).ifPresent(_ -> fixed.add(Side.DESTINATION));
        return fixed;
    }
}
