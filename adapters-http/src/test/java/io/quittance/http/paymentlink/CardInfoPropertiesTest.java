package io.quittance.http.paymentlink;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quittance.http.json.Json;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("What is told of a card")
class CardInfoPropertiesTest {
    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of(
                "cardOrg",
                "country",
                "cardType",
                "type",
                "source",
                "cardBinNo",
                "cardNumber",
                "cardHolderName",
                "cardLast4",
                "cardExpirationYear",
                "cardExpirationMonth",
                "cardIdentifierNo",
                "other");
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.strings().numeric().ofMinLength(12).ofMaxLength(19);
    }

    @Property(tries = 300)
    @Label("no number of a card gets out, whatever field it comes in")
    void no_number_gets_out(@ForAll("fields") String field, @ForAll("numbers") String number) {
        assertFalse(CardInfoTest.told(new Json.Obj(Map.of(field, new Json.Str(number))))
                .contains(number));
    }
}
