package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.KeyPair;
import java.util.Map;

/** The keys of an app, changed by the management API. */
final class ApiKeys {
    private ApiKeys() {}

    static void change(DescribedApi api, String app) {
        KeyPair young = Rsa.newPair();
        Map<String, String> added = Map.of("kind", "app", "name", app, "key", TestMerchant.line(young.getPublic()));
        assertTrue(changed(api, "addKey", added));
        assertFalse(changed(api, "addKey", added));
        JsonNode keys = api.ask("listKeys", Map.of("kind", "app", "name", app)).path("keys");
        assertEquals(2, keys.size(), keys.toString());
        String old = keys.at("/0/fingerprint").asText();
        Map<String, String> retired = Map.of("kind", "app", "name", app, "fingerprint", old, "until", "24h");
        assertTrue(changed(api, "retireKey", retired));
        Map<String, String> last =
                Map.of("kind", "app", "name", app, "fingerprint", Rsa.fingerprint(young.getPublic()));
        assertTrue(api.refused(api.offer("revokeKey"), Map.of(), DescribedApi.byPerson(last))
                .contains("another one first"));
        assertTrue(changed(api, "revokeKey", Map.of("kind", "app", "name", app, "fingerprint", old.substring(0, 8))));
        assertTrue(api.ask("listKeys", Map.of()).path("keys").size() > 3, "all of them");
    }

    private static boolean changed(DescribedApi api, String id, Map<String, String> wish) {
        return api.ask(id, Map.of(), DescribedApi.byPerson(wish))
                .path("changed")
                .asBoolean();
    }
}
