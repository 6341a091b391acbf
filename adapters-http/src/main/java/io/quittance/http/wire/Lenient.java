package io.quittance.http.wire;

import io.quittance.domain.money.AmountText;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.http.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Fields of messages from upstream, where absent, null and empty texts all say nothing (B9), but nonsense is refused. */
public final class Lenient {
    private Lenient() {}

    /** Whether anything stands in a field. */
    public static boolean said(Fields fields, String name) {
        return fields.value(name)
                .filter(value -> !(value instanceof Json.Str(var text) && text.isBlank()))
                .isPresent();
    }

    public static Optional<String> id(Fields data, String name, int max) throws Refusal {
        return said(data, name) ? data.idIfAny(name, max) : Optional.empty();
    }

    /** Every form of a time that was seen, in whole milliseconds. */
    public static Optional<Instant> time(Fields fields, String name) throws Refusal {
        if (!said(fields, name)) {
            return Optional.empty();
        }
        Optional<Instant> time = fields.value(name).flatMap(WireTime::upstream);
        if (time.isEmpty()) {
            throw fields.refusal(name, WireTime.EXPECTED);
        }
        return time;
    }

    /** A text that explains and does not decide; one official list has codes that are numbers. */
    public static Optional<String> words(Fields fields, String name) throws Refusal {
        if (!said(fields, name)) {
            return Optional.empty();
        }
        return fields.value(name).orElseThrow() instanceof Json.Num(var number)
                ? Optional.of(number)
                : fields.textIfAny(name);
    }

    /** An amount as a string or a number, exactly as told. */
    public static Optional<BigDecimal> amount(Fields data, String name) throws Refusal {
        if (!said(data, name)) {
            return Optional.empty();
        }
        Optional<BigDecimal> amount =
                AmountText.of(data.amount(name)).map(AmountText::value).filter(Money::fits);
        if (amount.isEmpty()) {
            throw data.refusal(WireCode.AMOUNT_INVALID, name, AmountText.EXPECTED);
        }
        return amount;
    }

    public static Optional<Currency> currency(Fields data, String name) throws Refusal {
        if (!said(data, name)) {
            return Optional.empty();
        }
        Optional<Currency> currency = Currency.of(data.text(name));
        if (currency.isEmpty()) {
            throw data.refusal(WireCode.CURRENCY_INVALID, name, "a code of ISO 4217, as USD");
        }
        return currency;
    }
}
