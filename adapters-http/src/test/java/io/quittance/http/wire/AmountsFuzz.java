package io.quittance.http.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.money.AmountText;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.http.json.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A text or a number is no amount, or one that can be kept exactly and is written and read again as the same. */
public final class AmountsFuzz {
    private static final String FIELD = "amount";

    private AmountsFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        AmountText.of(text).ifPresent(amount -> {
            String plain = amount.value().toPlainString();
            assertEquals(Optional.of(amount.value()), AmountText.of(plain).map(AmountText::value));
        });
        check(new Json.Str(text));
        if (text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
            check(new Json.Num(text));
        }
    }

    private static void check(Json written) {
        try {
            Optional<BigDecimal> read = Lenient.amount(of(written), FIELD);
            if (read.isPresent()) {
                BigDecimal amount = read.get();
                assertTrue(amount.signum() >= 0, amount::toPlainString);
                Money money = new Money(amount, new Currency("USD"));
                Json again = new Json.Str(Lenient.plain(money.amount()));
                assertEquals(0, Lenient.amount(of(again), FIELD).orElseThrow().compareTo(amount));
            }
        } catch (Refusal refusal) {
            assertEquals(FIELD, refusal.field());
        }
    }

    private static Fields of(Json amount) {
        return Fields.of(new Json.Obj(Map.of(FIELD, amount)));
    }
}
