package io.quittance.http.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.http.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A side field of a message")
class OdditiesTest {
    private final Fields fields =
            Fields.of(new Json.Obj(Map.of("at", new Json.Str("a secret time"), "fee", new Json.Str("1.50"))));
    private final Oddities odd = new Oddities();

    @Test
    void that_makes_sense_is_what_it_says() {
        assertEquals(
                "1.50",
                odd.side(() -> Lenient.amount(fields, "fee")).orElseThrow().toString());
        assertEquals(Optional.empty(), odd.side(() -> Lenient.amount(fields, "tax")));
        assertEquals(List.of(), odd.notes());
    }

    @Test
    void that_makes_none_is_left_out_and_noted_without_what_stood_there() {
        assertEquals(Optional.empty(), odd.side(() -> Lenient.time(fields, "at")));

        assertEquals(List.of("at (expected: " + WireTime.EXPECTED + ")"), odd.notes());
    }
}
