package io.quittance.http.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.http.live.Keys;
import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A key that is registered is refused")
class KeysOfOthersTest {
    private final NewKeys keys = new NewKeys(KeyOwners.NONE);

    @Test
    void as_an_acquirer_signs_with_it() {
        NewKeys known = new NewKeys(new KeyOwners() {
            @Override
            public Optional<String> of(PublicKey key) {
                return Optional.empty();
            }

            @Override
            public boolean isUpstreams(PublicKey key) {
                return key.equals(Keys.GATEWAY.getPublic());
            }
        });
        String text = Pem.writePublic(Keys.GATEWAY.getPublic());

        assertEquals(
                "public key, as it is an acquirer's (expected: one that nobody else signs with)", refused(known, text));
        assertEquals(Keys.GATEWAY.getPublic(), known.readTheirs(text, Map.of()), "at another account");
    }

    @Test
    void as_we_sign_with_it_towards_an_acquirer() {
        NewKeys known = new NewKeys(new KeyOwners() {
            @Override
            public Optional<String> of(PublicKey key) {
                return Optional.empty();
            }

            @Override
            public boolean isOurs(PublicKey key) {
                return true;
            }
        });

        String text = Pem.writePublic(Keys.GATEWAY.getPublic());
        assertEquals(
                "public key, as it is our own (expected: one that nobody else signs with)",
                assertThrows(IllegalArgumentException.class, () -> known.readTheirs(text, Map.of()))
                        .getMessage());
    }

    @Test
    void as_it_is_our_own_and_should_be_an_acquirers() {
        String text = Pem.writePublic(Keys.GATEWAY.getPublic());
        Map<String, PublicKey> ours = Map.of("our own", Keys.GATEWAY.getPublic());

        assertEquals(
                "public key, as it is our own (expected: one that nobody else signs with)",
                assertThrows(IllegalArgumentException.class, () -> keys.readTheirs(text, ours))
                        .getMessage());
        assertEquals(Keys.MERCHANT.getPublic(), keys.readTheirs(Pem.writePublic(Keys.MERCHANT.getPublic()), ours));
    }

    @Test
    void as_we_should_sign_with_it_and_others_do() {
        String ours = Pem.writePrivate(Keys.GATEWAY.getPrivate());
        NewKeys house = new NewKeys(new KeyOwners() {
            @Override
            public Optional<String> of(PublicKey key) {
                return Optional.of("a key of the registered app A1");
            }

            @Override
            public Optional<String> ofTheHouse(PublicKey key) {
                return key.equals(Keys.GATEWAY.getPublic()) ? Optional.of("the gateway's own") : Optional.empty();
            }

            @Override
            public boolean isUpstreams(PublicKey key) {
                return key.equals(Keys.OTHER.getPublic());
            }
        });

        assertEquals(
                "private key, as it is the gateway's own (expected: one that nobody else signs with)",
                refusedOurs(house, ours));
        assertEquals(
                "private key, as it is an acquirer's (expected: one that nobody else signs with)",
                refusedOurs(house, Pem.writePrivate(Keys.OTHER.getPrivate())));
        assertEquals(
                Keys.MERCHANT.getPrivate(),
                house.readOurs(Pem.writePrivate(Keys.MERCHANT.getPrivate())),
                "of an app that brought its account along");
    }

    private static String refusedOurs(NewKeys judge, String text) {
        return assertThrows(IllegalArgumentException.class, () -> judge.readOurs(text))
                .getMessage();
    }

    private static String refused(NewKeys judge, String text) {
        return assertThrows(IllegalArgumentException.class, () -> judge.readPublic(text))
                .getMessage();
    }
}
