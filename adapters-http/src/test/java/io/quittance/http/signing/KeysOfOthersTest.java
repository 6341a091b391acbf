package io.quittance.http.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.http.live.Keys;
import io.quittance.http.signing.KeyOwners.Sort;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A key that is registered is refused")
class KeysOfOthersTest {
    private static final KeyPair GATEWAYS = Keys.GATEWAY;
    private static final KeyPair ACQUIRERS = Keys.UPSTREAM;
    private static final KeyPair OURS = Keys.OTHER;
    private static final KeyPair APPS = Keys.NEIGHBOUR;
    private static final KeyPair NOBODYS = Keys.MERCHANT;

    private static final Map<Sort, KeyPair> SIGN =
            Map.of(Sort.HOUSE, GATEWAYS, Sort.APP, APPS, Sort.OURS, OURS, Sort.ACQUIRER, ACQUIRERS);

    private final NewKeys keys = new NewKeys((key, among) -> among.stream()
            .filter(sort -> SIGN.get(sort).getPublic().equals(key))
            .findFirst()
            .map(KeysOfOthersTest::words));

    private static String words(Sort sort) {
        return switch (sort) {
            case HOUSE -> "the gateway's own";
            case APP -> "a key of the registered app A1";
            case OURS -> "our own";
            case ACQUIRER -> "an acquirer's";
        };
    }

    private PublicKey apps(KeyPair pair) {
        return keys.readPublic(Pem.writePublic(pair.getPublic()));
    }

    private PublicKey theirs(KeyPair pair, Map<String, PublicKey> others) {
        return keys.readTheirs(Pem.writePublic(pair.getPublic()), others);
    }

    private Object ours(KeyPair pair) {
        return keys.readOurs(Pem.writePrivate(pair.getPrivate()));
    }

    private static void refused(String what, String whose, Supplier<?> registered) {
        assertEquals(
                what + ", as it is " + whose + " (expected: one that nobody else signs with)",
                assertThrows(IllegalArgumentException.class, registered::get).getMessage());
    }

    @Test
    void for_an_app_if_the_gateway_another_app_or_an_acquirer_signs_with_it() {
        refused("public key", "the gateway's own", () -> apps(GATEWAYS));
        refused("public key", "a key of the registered app A1", () -> apps(APPS));
        refused("public key", "an acquirer's", () -> apps(ACQUIRERS));
        assertEquals(NOBODYS.getPublic(), apps(NOBODYS));
        assertEquals(OURS.getPublic(), apps(OURS), "of an app that brought its account along");
    }

    @Test
    void for_an_acquirer_if_we_or_the_same_form_sign_with_it() {
        refused("public key", "our own", () -> theirs(OURS, Map.of()));
        refused("public key", "the app's", () -> theirs(NOBODYS, Map.of("the app's", NOBODYS.getPublic())));
        refused("public key", "the gateway's own", () -> theirs(GATEWAYS, Map.of()));
        assertEquals(NOBODYS.getPublic(), theirs(NOBODYS, Map.of("the app's", APPS.getPublic())));
        assertEquals(ACQUIRERS.getPublic(), theirs(ACQUIRERS, Map.of()), "at another account");
    }

    @Test
    void for_us_towards_an_acquirer_if_the_gateway_or_an_acquirer_signs_with_it() {
        refused("private key", "the gateway's own", () -> ours(GATEWAYS));
        refused("private key", "an acquirer's", () -> ours(ACQUIRERS));
        assertEquals(APPS.getPrivate(), ours(APPS), "of an app that brought its account along");
        assertEquals(OURS.getPrivate(), ours(OURS), "at another account");
    }
}
