package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
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

    /** The gateway's, and as it was again at the end. */
    static void move(DescribedApi api, Path folder) throws IOException {
        KeyPair young = Rsa.newPair();
        String id = Rsa.fingerprint(young.getPublic());
        Path file = Rsa.writePrivate(folder.resolve("moved.pem"), young.getPrivate());
        String line = Base64.getEncoder().encodeToString(young.getPrivate().getEncoded());
        assertTrue(changed(api, "addKey", Map.of("kind", "gateway", "key", line, "from", "30d")));
        Map<String, String> moved = Map.of("kind", "gateway", "fingerprint", id, "key", "file:" + file);
        assertTrue(changed(api, "moveKey", moved));
        assertFalse(changed(api, "moveKey", moved));
        JsonNode keys = api.ask("listKeys", Map.of("kind", "gateway")).path("keys");
        assertEquals("key file", keys.at("/0/kept").asText(), keys.toString());
        assertEquals("file:" + file, keys.at("/1/kept").asText());
        Path other = Rsa.writePrivate(folder.resolve("other.pem"), Rsa.newPair().getPrivate());
        Map<String, String> wrong = Map.of("kind", "gateway", "fingerprint", id, "key", "file:" + other);
        assertTrue(api.refused(api.offer("moveKey"), Map.of(), DescribedApi.byPerson(wrong))
                .contains("what is there is the private key of"));
        assertTrue(changed(api, "revokeKey", Map.of("kind", "gateway", "fingerprint", id)));
    }

    private static boolean changed(DescribedApi api, String id, Map<String, String> wish) {
        return api.ask(id, Map.of(), DescribedApi.byPerson(wish))
                .path("changed")
                .asBoolean();
    }
}
