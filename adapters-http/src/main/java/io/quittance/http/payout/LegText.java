package io.quittance.http.payout;

import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Leg;
import io.quittance.domain.payout.Sum;
import io.quittance.http.json.JsonWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The seven fields of one side of a payout, alike in both dialects. */
final class LegText {
    /** Decimals of an amount at least: both pages' samples show two even for IDR, which has none: D11. */
    private static final int MIN_DECIMALS = 2;

    /** Decimals of a rate, as the samples show it; fewer where it would be longer than the page allows: D12. */
    private static final int RATE_DECIMALS = 10;

    private static final int MAX_RATE = 16;

    private LegText() {}

    /**
     * @param said what upstream said of it that we cannot make out: passed on in its words, an amount with its currency only
     * @param otherwise the currency of a sum that was told without one
     */
    static void write(JsonWriter out, Leg leg, Map<String, String> said, Currency otherwise) {
        String own = leg.amount()
                .map(amount -> code(amount, otherwise.code()))
                .orElse(said.getOrDefault("currency", otherwise.code()));
        sum(out, List.of("amount", "currency"), leg.amount(), said, otherwise.code());
        Optional<String> rate = leg.rate().map(LegText::rate).or(() -> words(said, "exchangeRate"));
        rate.ifPresent(text -> out.text("exchangeRate", text));
        sum(out, List.of("fee", "feeCurrency"), leg.fee(), said, own);
        sum(out, List.of("tax", "taxCurrency"), leg.tax(), said, own);
    }

    /** @param names of the amount and of its currency */
    private static void sum(
            JsonWriter out, List<String> names, Optional<Sum> sum, Map<String, String> said, String otherwise) {
        Optional<String> amount = sum.map(told -> text(told.amount())).or(() -> words(said, names.getFirst()));
        Optional<String> currency = sum.map(told -> code(told, otherwise)).or(() -> words(said, names.getLast()));
        if (amount.isPresent() && currency.isPresent()) {
            out.text(names.getFirst(), amount.get()).text(names.getLast(), currency.get());
        }
    }

    private static String code(Sum sum, String otherwise) {
        return sum.currency().map(Currency::code).orElse(otherwise);
    }

    private static Optional<String> words(Map<String, String> said, String name) {
        return Optional.ofNullable(said.get(name)).filter(words -> !words.isEmpty());
    }

    /** Never cut: that would change money (D10). But zeros that no page asks for are left out where there is no room. */
    static String text(BigDecimal amount) {
        BigDecimal bare = amount.stripTrailingZeros();
        String text = decimals(bare, Math.clamp(bare.scale(), MIN_DECIMALS, Money.MAX_DECIMALS));
        return text.length() <= PayoutWire.MAX_AMOUNT ? text : decimals(bare, Math.max(0, bare.scale()));
    }

    private static String decimals(BigDecimal amount, int decimals) {
        return amount.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
    }

    static String rate(BigDecimal rate) {
        String whole = rate.setScale(0, RoundingMode.DOWN).toPlainString();
        int room = Math.clamp(MAX_RATE - whole.length() - 1L, 0, RATE_DECIMALS);
        return rate.setScale(room, RoundingMode.HALF_UP).toPlainString();
    }
}
