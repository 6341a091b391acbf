package io.quittance.domain.payout;

import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/** An amount as upstream tells it, exact; it may leave the currency out. */
public record Sum(BigDecimal amount, Optional<Currency> currency) {
    /** @throws IllegalArgumentException if the amount is negative or {@link Money#fits} says no */
    public Sum {
        Objects.requireNonNull(currency, "currency");
        if (amount.signum() < 0 || !Money.fits(amount)) {
            throw new IllegalArgumentException("amount (expected: not negative, and as exact as money is kept)");
        }
        amount = amount.setScale(Money.MAX_DECIMALS, RoundingMode.UNNECESSARY);
    }

    public static Sum of(Money money) {
        return new Sum(money.amount(), Optional.of(money.currency()));
    }
}
