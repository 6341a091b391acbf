package io.quittance.domain.authorization;

import io.quittance.domain.capture.Capture;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Captures of one authorized order that stand alike.
 *
 * @param last whether one of them is final ({@code isFinal})
 * @param otherCurrency whether one of them is in another currency than was authorized: one made elsewhere
 * @param sum what those in the authorized currency come to; no {@code Money}, as two amounts that are told can come to
 *     more than any one may be
 */
public record Captures(int count, boolean last, boolean otherCurrency, BigDecimal sum) {
    public static final Captures NONE = new Captures(0, false, false, BigDecimal.ZERO);

    public Captures {
        if (count < 0 || sum.signum() < 0) {
            throw new IllegalArgumentException(
                    "captures: " + count + ", " + sum.toPlainString() + " (expected: none negative)");
        }
        if (count == 0 && (last || otherCurrency || sum.signum() > 0)) {
            throw new IllegalArgumentException("no captures, yet they are final, or come to something");
        }
        sum = sum.setScale(Money.MAX_DECIMALS, RoundingMode.UNNECESSARY);
    }

    /** With one more of them, where that currency was authorized. */
    Captures plus(Capture one, Currency authorized) {
        boolean same = one.amount().currency().equals(authorized);
        return new Captures(
                count + 1,
                last || one.last(),
                otherCurrency || !same,
                same ? sum.add(one.amount().amount()) : sum);
    }

    boolean any() {
        return count > 0;
    }
}
