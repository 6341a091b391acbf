package io.quittance.http.payout;

import io.quittance.domain.money.AmountText;
import io.quittance.domain.money.Currency;
import io.quittance.domain.payout.Leg;
import io.quittance.domain.payout.Sum;
import io.quittance.http.json.Json;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Lenient;
import io.quittance.http.wire.Oddities;
import io.quittance.http.wire.Refusal;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads the three sides of a payout. Amount and currency of the trade are the order's own and decide; everything else only
 * tells: what cannot be made out of it, as a fee below zero or a currency that ISO 4217 does not have, is kept in
 * upstream's own words, as far as the pages' fields could hold them.
 */
final class Sides {
    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";
    private static final String RATE = "exchangeRate";

    /** The most characters of an amount and of a rate, by both pages. */
    private static final int MAX_AMOUNT = 12;

    private static final int MAX_RATE = 16;

    /** What is passed on must still look like what the field is for. */
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

    private static final Pattern LIKE_A_CURRENCY = Pattern.compile("[A-Za-z]{3}");

    /** Upstreams written in Java write small rates so; the exponent is too short to name a gigantic number. */
    private static final Pattern WITH_EXPONENT = Pattern.compile("[0-9](\\.[0-9]{1,20})?[eE][+-]?[0-9]{1,2}");

    private final Oddities odd;
    private final Map<String, String> asTold = new TreeMap<>();

    Sides(Oddities odd) {
        this.odd = odd;
    }

    /** What cannot be made out, by its place. */
    Map<String, String> asTold() {
        return asTold;
    }

    /** The trade; left out, it says nothing. */
    Leg trade(Optional<Fields> trade) throws Refusal {
        if (trade.isEmpty()) {
            return Leg.UNSAID;
        }
        Leg rest = rest("trade", trade.get(), Optional.empty());
        return new Leg(sum(trade.get(), AMOUNT, CURRENCY), rest.rate(), rest.fee(), rest.tax());
    }

    /** Another side; left out, it says nothing. */
    Leg side(String place, Oddities.Reading<Fields> reading) {
        try {
            Optional<Fields> side = reading.read();
            return side.isEmpty() ? Leg.UNSAID : rest(place, side.get(), sum(place, side.get(), AMOUNT, CURRENCY));
        } catch (Refusal refusal) {
            odd.note(refusal);
            asTold.put(place + "." + AMOUNT, "");
            return Leg.UNSAID;
        }
    }

    private Leg rest(String place, Fields side, Optional<Sum> amount) {
        return new Leg(
                amount,
                rate(place, side),
                sum(place, side, "fee", "feeCurrency"),
                sum(place, side, "tax", "taxCurrency"));
    }

    private static Optional<Sum> sum(Fields side, String amount, String currency) throws Refusal {
        Optional<Currency> of = Lenient.currency(side, currency);
        return Lenient.amount(side, amount).map(told -> new Sum(told, of));
    }

    /** Both or neither: an amount of a currency that is not known is no amount. */
    private Optional<Sum> sum(String place, Fields side, String amount, String currency) {
        try {
            return sum(side, amount, currency);
        } catch (Refusal refusal) {
            odd.note(refusal);
            asTold.put(place + "." + amount, words(side, amount, MAX_AMOUNT, LIKE_A_NUMBER));
            asTold.put(place + "." + currency, words(side, currency, 3, LIKE_A_CURRENCY));
            return Optional.empty();
        }
    }

    private Optional<BigDecimal> rate(String place, Fields side) {
        if (!Lenient.said(side, RATE)) {
            return Optional.empty();
        }
        Optional<BigDecimal> rate = text(side, RATE).flatMap(Sides::rate).filter(Leg::keeps);
        if (rate.isEmpty()) {
            odd.note(side.refusal(RATE, "digits with at most one dot between them, as 14551.3328650147"));
            asTold.put(place + "." + RATE, words(side, RATE, MAX_RATE, LIKE_A_NUMBER));
        }
        return rate;
    }

    private static Optional<BigDecimal> rate(String text) {
        return WITH_EXPONENT.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : AmountText.of(text).map(AmountText::value);
    }

    private static Optional<String> text(Fields side, String name) {
        return switch (side.value(name).orElse(new Json.Null())) {
            case Json.Str(var text) -> Optional.of(text);
            case Json.Num(var text) -> Optional.of(text);
            case Json.Null _, Json.Bool _, Json.Obj _, Json.Arr _ -> Optional.empty();
        };
    }

    private static String words(Fields side, String name, int max, Pattern shape) {
        return text(side, name)
                .filter(told -> told.length() <= max && shape.matcher(told).matches())
                .orElse("");
    }
}
