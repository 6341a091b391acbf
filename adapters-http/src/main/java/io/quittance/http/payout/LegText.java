package io.quittance.http.payout;

import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Leg;
import io.quittance.domain.payout.Sum;
import io.quittance.http.json.JsonWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The seven fields of one side of a payout, alike in both dialects. */
final class LegText {
    /** Decimals of an amount at least: both pages' samples show two even for IDR, which has none: D11. */
    private static final int MIN_DECIMALS = 2;

    /** Decimals of a rate, as the samples show it; fewer where it would be longer than the page allows: D12. */
    private static final int RATE_DECIMALS = 10;

    private static final int MAX_RATE = 16;

    private LegText() {}

    /** @param otherwise the currency of a sum that was told without one */
    static void write(JsonWriter out, Leg leg, Currency otherwise) {
        leg.amount()
                .ifPresent(amount -> out.text("amount", text(amount.amount()))
                        .text("currency", amount.currency().orElse(otherwise).code()));
        leg.rate().ifPresent(rate -> out.text("exchangeRate", rate(rate)));
        Currency own = leg.amount().flatMap(Sum::currency).orElse(otherwise);
        charge(out, "fee", leg.fee(), own);
        charge(out, "tax", leg.tax(), own);
    }

    private static void charge(JsonWriter out, String name, Optional<Sum> charge, Currency otherwise) {
        charge.ifPresent(sum -> out.text(name, text(sum.amount()))
                .text(name + "Currency", sum.currency().orElse(otherwise).code()));
    }

    /** Never cut: that would change money (D10). */
    static String text(BigDecimal amount) {
        BigDecimal bare = amount.stripTrailingZeros();
        return bare.setScale(Math.clamp(bare.scale(), MIN_DECIMALS, Money.MAX_DECIMALS), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    static String rate(BigDecimal rate) {
        String whole = rate.setScale(0, RoundingMode.DOWN).toPlainString();
        int room = Math.clamp(MAX_RATE - whole.length() - 1L, 0, RATE_DECIMALS);
        return rate.setScale(room, RoundingMode.HALF_UP).toPlainString();
    }
}
