package io.quittance.http.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.http.json.Json;
import io.quittance.http.live.Teller;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Card data that is passed on")
class CardDataTest {
    private static Json.Obj masked(String json) {
        return CardData.masked(Teller.json(json));
    }

    @ParameterizedTest
    @CsvSource({
        "4444333322221111, 444433******1111",
        "4444 3333 2222 1111, 4444 33** **** 1111",
        "4444-3333-2222-1111, 4444-33**-****-1111",
        "444433******1111, 444433******1111",
        "************1111, ************1111",
        "44443333****1111, 444433******1111",
        "444433, 444433",
        "44443333, 44443333",
        "1111, 1111"
    })
    void shows_of_a_number_its_first_six_and_last_four_digits(String number, String shown) {
        for (String name : new String[] {"cardIdentifierNo", "cardNumber", "cardBinNo", "newCardField"}) {
            assertEquals(
                    Teller.json("{\"cardInfo\":{\"" + name + "\":\"" + shown + "\"}}"),
                    masked("{\"cardInfo\":{\"" + name + "\":\"" + number + "\"}}"));
        }
    }

    @Test
    void masks_a_number_that_is_written_as_one() {
        assertEquals(
                Teller.json("{\"cardInfo\":{\"no\":\"444433******1111\"}}"),
                masked("{\"cardInfo\":{\"no\":4444333322221111}}"));
    }

    @Test
    void has_no_number_that_could_be_deciphered_and_no_security_code() {
        assertEquals(
                Teller.json("{\"cardInfo\":{\"cardOrg\":\"VISA\"}}"),
                masked("{\"cardInfo\":{\"cardIdentifierNo\":\"mJ0fA==\",\"cardOrg\":\"VISA\","
                        + "\"cvv\":\"123\",\"CVC\":1}}"));
    }

    @ParameterizedTest
    @CsvSource({"Jane Roe, J*** R**", "J*** R**, J*** R**", "Max, M**"})
    void shows_of_a_name_its_first_letters(String name, String shown) {
        assertEquals(
                Teller.json("{\"cardInfo\":{\"cardHolderName\":\"" + shown + "\"}}"),
                masked("{\"cardInfo\":{\"cardHolderName\":\"" + name + "\"}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"cardInfo\":{\"paymentTokenID\":\"4444333322221111\"}}",
                "{\"cardInfo\":{\"threeDSResult\":{\"xid\":\"4444333322221111\"}}}",
                "{\"outTradeNo\":\"4444333322221111\"}",
                "{\"reference\":\"4444333322221111\"}",
                "{\"other\":\"4444333322221112\"}",
                "{\"other\":\"P4444333322221111\"}",
                "{\"cardInfo\":{\"totalCardOrg\":[\"VISA\",\"MADA\"],\"dual\":true}}"
            })
    void leaves_alone_what_is_no_number_of_a_card(String json) {
        assertEquals(Teller.json(json), masked(json));
    }

    @Test
    void finds_a_card_number_under_a_name_that_nobody_knows() {
        assertEquals(
                Teller.json("{\"pan\":\"444433******1111\",\"list\":[\"444433******1111\"]}"),
                masked("{\"pan\":\"4444333322221111\",\"list\":[4444333322221111]}"));
    }

    @Test
    void has_no_blanks_around_its_names_and_no_nulls() {
        assertEquals(
                new Json.Obj(Map.of("country", new Json.Str("ID"))),
                masked("{\" country\":\"ID\",\"country \":\"SA\",\"nothing\":null}"));
    }
}
