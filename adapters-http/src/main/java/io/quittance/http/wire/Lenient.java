package io.quittance.http.wire;

import io.quittance.domain.money.AmountText;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.http.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads fields of messages from upstream, where its pages disagree with its samples: absent, null and empty texts all say
 * nothing (B9), and a number may be written as a string. What is there and makes no sense is a {@link Refusal}.
 */
public final class Lenient {
    private Lenient() {}

    /** Whether anything stands in a field. */
    public static boolean said(Fields fields, String name) {
        return fields.value(name)
                .filter(value -> !(value instanceof Json.Str(var text) && text.isBlank()))
                .isPresent();
    }

    /** An identifier; if it is there it must be sound. */
    public static Optional<String> id(Fields fields, String name, int max) throws Refusal {
        return said(fields, name) ? fields.idIfAny(name, max) : Optional.empty();
    }

    /** Upstream's own number of something, which it may write as a number. */
    public static Optional<String> number(Fields fields, String name, int max) throws Refusal {
        if (fields.value(name).orElse(null) instanceof Json.Num(var number) && number.length() <= max) {
            return Optional.of(number);
        }
        return id(fields, name, max);
    }

    /** A time in any form of the protocol. */
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

    /** An amount that can be kept exactly. */
    public static Optional<BigDecimal> amount(Fields fields, String name) throws Refusal {
        if (!said(fields, name)) {
            return Optional.empty();
        }
        Optional<BigDecimal> amount =
                AmountText.of(fields.amount(name)).map(AmountText::value).filter(Money::fits);
        if (amount.isEmpty()) {
            throw fields.refusal(WireCode.AMOUNT_INVALID, name, AmountText.EXPECTED);
        }
        return amount;
    }

    public static Optional<Currency> currency(Fields fields, String name) throws Refusal {
        if (!said(fields, name)) {
            return Optional.empty();
        }
        Optional<Currency> currency = Currency.of(fields.text(name));
        if (currency.isEmpty()) {
            throw fields.refusal(WireCode.CURRENCY_INVALID, name, "a code of ISO 4217, as USD");
        }
        return currency;
    }

    /** An amount by its value, however it was written. */
    public static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
