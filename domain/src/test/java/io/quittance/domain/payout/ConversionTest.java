package io.quittance.domain.payout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Conversion.Side;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How much is paid out")
class ConversionTest {
    /** Of which side the amount is fixed: the other's is made by a rate. */
    @ParameterizedTest
    @CsvSource({
        "IDR, USD, IDR, DESTINATION",
        "USD, USD, IDR, SOURCE",
        "IDR, IDR, IDR, SOURCE DESTINATION",
        "EUR, USD, IDR, ''",
        "USD, USD,    , SOURCE",
        "IDR,    , IDR, DESTINATION",
        "IDR,    ,    , ''"
    })
    void is_fixed_on_the_side_that_has_the_currency_of_the_trade(
            String trade, String source, String destination, String sides) {
        Conversion conversion = new Conversion(Money.of("100", trade), currency(source), currency(destination));

        Set<Side> fixed = Arrays.stream(sides.split(" "))
                .filter(side -> !side.isEmpty())
                .map(Side::valueOf)
                .collect(Collectors.toSet());
        assertEquals(fixed, conversion.fixed());
    }

    private static Optional<Currency> currency(String code) {
        return Optional.ofNullable(code).map(Currency::new);
    }
}
