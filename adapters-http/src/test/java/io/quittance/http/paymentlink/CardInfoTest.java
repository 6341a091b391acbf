package io.quittance.http.paymentlink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.http.json.Json;
import io.quittance.http.json.JsonReader;
import io.quittance.http.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What is told of a card")
class CardInfoTest {
    static String told(Json.Obj card) {
        return JsonWriter.object(o -> CardInfo.read(card).write(o)).asUtf8();
    }

    private static String told(String json) throws Exception {
        return told((Json.Obj) JsonReader.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource({
        "cardNumber, 625244****9483, 625244****9483",
        "cardNumber, 4111111111111111, 411111****1111",
        "cardNumber, 4111 1111 1111 1111, 411111****1111",
        "cardNumber, 4111-1111-1111-1111, 411111****1111",
        "cardNumber, 41111111*1111111, 411111****1111",
        "cardNumber, 3782822463100051234, 378282****1234",
        "cardBinNo, 62524412, 62524412",
        "cardBinNo, 4111111111111111, 41111111",
        "cardLast4, 9483, 9483",
        "cardLast4, 4111111111111111, 1111",
        "cardHolderName, G*** H***, G*** H***",
        "cardHolderName, Grace Hopper, G*** H***",
        "cardHolderName, 𝄞lef, 𝄞***",
        "cardOrg, VISA, VISA",
        "cardOrg, 4111111111111111, 411111****1111",
        "country, IDN, ID",
        "cardExpirationYear, 2027, 20"
    })
    void is_no_more_than_the_page_allows(String field, String said, String told) {
        assertEquals("{\"" + field + "\":\"" + told + "\"}", told(new Json.Obj(Map.of(field, new Json.Str(said)))));
    }

    @Test
    void never_is_its_deprecated_number_nor_anything_that_is_not_on_the_page() throws Exception {
        assertEquals(
                "{\"cardOrg\":\"VISA\"}",
                told("{\"cardIdentifierNo\":\"4111111111111111\",\"cvv\":\"123\",\"cardOrg\":\"VISA\","
                        + "\"nested\":{\"cardNumber\":\"4111111111111111\"}}"));
    }

    @Test
    void is_found_under_a_key_with_a_blank_behind_it() throws Exception {
        assertEquals("{\"cardNumber\":\"625244****9483\"}", told("{\"cardNumber \":\"625244****9483\"}"));
    }

    @Test
    void names_both_brands_of_a_co_badged_one() throws Exception {
        assertEquals("{\"totalCardOrg\":[\"VISA\",\"CB\"]}", told("{\"totalCardOrg\":[\"VISA\",\"CB\",null,{}]}"));
    }
}
