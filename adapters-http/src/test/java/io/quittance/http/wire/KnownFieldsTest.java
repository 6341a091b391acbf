package io.quittance.http.wire;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A field")
class KnownFieldsTest {
    private static final KnownFields KNOWN = KnownFields.of(
            "finalCapture", "amount", "trade.currency", "goods.price", "username", "userName", "payeeType ");
    private static final Set<String> OTHERS = Set.of("amount", "linkType");

    private static Fields data(String json) {
        try {
            return Fields.of((Json.Obj) JsonReader.read(json.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonFault e) {
            throw new AssertionError(json, e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'finalCapure':false}      | data.finalCapure: unknown (expected: probably finalCapture)",
                "{'finalCaptures':false}    | data.finalCaptures: unknown (expected: probably finalCapture)",
                "{'FinalCapture':false}     | data.FinalCapture: unknown (expected: probably finalCapture)",
                "{'finalCaputre':false}     | data.finalCaputre: unknown (expected: probably finalCapture)",
                "{'maount':1}               | data.maount: unknown (expected: probably amount)",
                "{'ammount':1}              | data.ammount: unknown (expected: probably amount)",
                "{'trade':{'curency':'U'}}  | data.trade.curency: unknown (expected: probably currency)",
                "{'goods':[{},{'prize':1}]} | data.goods.prize: unknown (expected: probably price)"
            })
    void is_refused_where_a_known_one_was_misspelt(String json, String message) {
        Refusal refusal = assertThrows(Refusal.class, () -> KNOWN.check(data(json.replace("'", "\"")), OTHERS));

        assertEquals(message, refusal.getMessage());
        assertEquals(WireCode.PARAMS_INVALID, refusal.code());
    }

    @Test
    void is_refused_where_it_is_another_apis() {
        Refusal refusal = assertThrows(Refusal.class, () -> KNOWN.check(data("{\"linkType\":\"X\"}"), OTHERS));

        assertEquals("data.linkType: a field of another API (expected: those of this API alone)", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'finalCapture':false,'amount':1,'trade':{'currency':'U'},'goods':[{'price':1}]}",
                "{'username':'a','userName':'b','payeeType ':'PERSONAL'}",
                "{'aomutn':1,'finlaCaputre':1}",
                "{'finalCapt':1,'somethingNew':{'amount':1},'trade':{'linkType':1}}",
                "{'finalCapure':null,'linkType':null}"
            })
    void is_taken_where_it_is_known_or_new_or_nothing(String json) {
        assertDoesNotThrow(() -> KNOWN.check(data(json.replace("'", "\"")), OTHERS));
    }

    @Test
    void is_named_where_no_page_has_it_and_what_stands_in_it_is_not() {
        Fields data = data("{\"new\":\"secret\",\"trade\":{\"older\":1},\"amount\":1}");

        assertEquals(List.of("data.new", "data.trade.older"), KNOWN.unknown(data));
        assertEquals(List.of("data.new (no page has it)", "data.trade.older (no page has it)"), KNOWN.odd(data));
    }
}
