package io.quittance.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/** An exact amount of one currency, in major units; zero is allowed (fees), negative is not. 100.5 equals 100.50. */
public record Money(BigDecimal amount, Currency currency) {
    /** Decimals kept: twice what any page of the provider allows, so that what upstream tells is kept as told. */
    public static final int MAX_DECIMALS = 8;

    /** Digits kept before the dot. */
    public static final int MAX_INTEGER_DIGITS = 30;

    /** @throws IllegalArgumentException if the amount is negative or {@link #fits} says no */
    public Money {
        Objects.requireNonNull(currency, "currency");
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("amount: " + amount.toPlainString() + " (expected: >= 0)");
        }
        if (!fits(amount)) {
            throw new IllegalArgumentException("amount (expected: at most " + MAX_INTEGER_DIGITS + " digits before and "
                    + MAX_DECIMALS + " behind the dot)");
        }
        amount = amount.setScale(MAX_DECIMALS, RoundingMode.UNNECESSARY);
    }

    /** Whether an amount can be kept exactly. */
    public static boolean fits(BigDecimal amount) {
        return amount.precision() - amount.scale() <= MAX_INTEGER_DIGITS && decimals(amount) <= MAX_DECIMALS;
    }

    public static Money of(String amount, String currency) {
        return new Money(new AmountText(amount).value(), new Currency(currency));
    }

    /** Whether a request may ask for it: above zero, and no more decimals than the currency has. */
    public boolean payable() {
        return amount.signum() > 0 && decimals(amount) <= currency.decimals();
    }

    /** @throws IllegalArgumentException if the other is in another currency */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("currency: " + other.currency + " (expected: " + currency + ")");
        }
        return new Money(amount.add(other.amount), currency);
    }

    /** As the wire writes it: the currency's decimals, more only where the amount has more. */
    public String text() {
        return amount.setScale(Math.max(currency.decimals(), decimals(amount)), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    private static int decimals(BigDecimal amount) {
        return Math.max(0, amount.stripTrailingZeros().scale());
    }

    @Override
    public String toString() {
        return text() + " " + currency;
    }
}
