package io.quittance.http.payout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.domain.payout.Instruction;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.live.OddNews;
import io.quittance.http.live.Page;
import io.quittance.http.wire.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

@Label("What a payout request says in our words")
class WireInstructionsPropertiesTest {
    /** The page's example, and the fields of its table that the example has not. */
    private static final Json.Obj REQUEST = OddNews.read(Page.example("payout/request.json")
            .replace("\"country\": \"ID\",", """
                "country": "ID", "chargeOption": "", "clearingRail": "",
                """)
            .replace("\"payeeType \": \"PERSONAL\",", """
                "payeeType ": "PERSONAL", "payeeType": "",
                """)
            .replace("\"businessLegalName\": \"\",", """
                "businessLegalName": "", "subMerchantNo": "",
                "name": {"firstName": "", "middleName": "", "lastName": "", "fullName": ""},
                """));

    private static final List<String> PATHS = OddNews.paths(REQUEST).stream()
            .filter(path -> path.startsWith("data.") && !path.startsWith("data.riskParams"))
            .toList();

    @Provide
    Arbitrary<Map<String, Json>> changes() {
        return Arbitraries.maps(Arbitraries.of(PATHS), values()).ofMinSize(1).ofMaxSize(6);
    }

    private static Arbitrary<Json> values() {
        Arbitrary<String> meaningful = Arbitraries.of(
                "PERSONAL", "CORPORATION", "SEPA", "CNH", "XXX", "USD", "Eg", "EG", "F", "15", "2000-02-29", "RFND");
        Arbitrary<String> texts = Arbitraries.strings().all().ofMaxLength(70);
        Arbitrary<String> blanks =
                Arbitraries.strings().withChars(" \t\n\u00A0\u2003\u0000").ofMaxLength(3);
        Arbitrary<Json> strings = Arbitraries.oneOf(meaningful, texts, blanks)
                .filter(WireInstructionsPropertiesTest::sound)
                .map(Json.Str::new);
        Arbitrary<Json> others = Arbitraries.of(
                new Json.Null(),
                new Json.Obj(Map.of()),
                new Json.Arr(List.of()),
                new Json.Num("7"),
                new Json.Bool(true),
                new Json.Str("x".repeat(1_024)));
        return Arbitraries.frequencyOf(Tuple.of(5, strings), Tuple.of(1, others));
    }

    /** No request has a lone surrogate. */
    private static boolean sound(String text) {
        return text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    @Property(tries = 3_000)
    @Label("can be read of every request that was taken, and shows nothing of it")
    void can_be_read_of_every_request_that_was_taken(@ForAll("changes") Map<String, Json> changes) {
        Json.Obj changed = REQUEST;
        for (Map.Entry<String, Json> change : new LinkedHashMap<>(changes).entrySet()) {
            changed = OddNews.with(changed, change.getKey(), change.getValue());
        }
        Instruction instruction;
        try {
            instruction = ReadAgain.taken(JsonWriter.object(changed).asUtf8());
        } catch (Refusal _) {
            Statistics.label("requests").collect("refused");
            return;
        }
        Statistics.label("requests")
                .collect("taken")
                .coverage(all -> all.check("taken").percentage(p -> p > 20));

        assertEquals("Instruction[" + instruction.order() + "]", instruction.toString());
        List<String> places = new ArrayList<>(instruction.unread());
        places.removeIf(place -> PATHS.stream().anyMatch(path -> place.startsWith(path + " (expected: ")));
        assertEquals(List.of(), places, "names fields and never what stands there");
    }
}
