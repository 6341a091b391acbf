package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Finds and forgets, by the management API, who is named in an order. */
final class ApiPersons {
    private ApiPersons() {}

    /** Our number of the order that all of it is shown with. */
    static String capture(DescribedApi api) {
        return api.ask("findOrders", Map.of("id", "R-1")).at("/orders/0/number").asText();
    }

    static void forget(DescribedApi api) {
        String number = capture(api);
        JsonNode found = api.ask("findPersons", Map.of(), "{\"value\":\"R-1\",\"since\":\"2026-01\"}");
        assertTrue(found.path("orders").toString().contains(number), found.toString());
        assertEquals(0, found.path("unreadable").asInt());

        String order = DescribedApi.byPerson(Map.of("kind", "capture", "number", number));
        assertTrue(api.ask("forgetPersons", Map.of(), order).path("changed").asBoolean());
        assertTrue(!api.ask("forgetPersons", Map.of(), order).path("changed").asBoolean());
    }
}
