package io.quittance.domain.payout;

import io.quittance.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * One side of a payout as upstream tells it: how much, at which rate, and what it cost.
 *
 * @param rate from the trade's currency into this side's
 */
public record Leg(Optional<Sum> amount, Optional<BigDecimal> rate, Optional<Sum> fee, Optional<Sum> tax) {
    /** Decimals of a rate that are kept; the pages allow 16 characters and show ten decimals. */
    public static final int MAX_RATE_DECIMALS = 18;

    /** Digits of a rate that are kept before the dot. */
    public static final int MAX_RATE_DIGITS = 20;

    /** A side of which nothing was told. */
    public static final Leg UNSAID = new Leg(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** @throws IllegalArgumentException if {@link #keeps} says no to the rate */
    public Leg {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(fee, "fee");
        Objects.requireNonNull(tax, "tax");
        if (rate.filter(told -> !keeps(told)).isPresent()) {
            throw new IllegalArgumentException("rate (expected: at most " + MAX_RATE_DIGITS + " digits before and "
                    + MAX_RATE_DECIMALS + " behind the dot, not negative)");
        }
        rate = rate.map(told -> told.setScale(MAX_RATE_DECIMALS, RoundingMode.UNNECESSARY));
    }

    public static Leg of(Sum amount) {
        return new Leg(Optional.of(amount), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether a rate can be kept exactly. */
    public static boolean keeps(BigDecimal rate) {
        return rate.signum() >= 0
                && rate.precision() - rate.scale() <= MAX_RATE_DIGITS
                && rate.stripTrailingZeros().scale() <= MAX_RATE_DECIMALS;
    }

    /** In what it cannot be a side of that amount; empty if it can, as whatever was not told may be anything. */
    Optional<String> contradicts(Money asked) {
        if (amount.flatMap(Sum::currency)
                .filter(other -> !other.equals(asked.currency()))
                .isPresent()) {
            return Optional.of("another currency");
        }
        return amount.filter(other -> other.amount().compareTo(asked.amount()) != 0)
                .map(_ -> "another amount");
    }

    /** This, and what it leaves out from the other. */
    public Leg or(Leg other) {
        return new Leg(amount.or(other::amount), rate.or(other::rate), fee.or(other::fee), tax.or(other::tax));
    }
}
