package io.quittance.http.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.domain.key.KeyRing;
import io.quittance.domain.text.Flaw;
import io.quittance.http.live.Keys;
import java.security.PrivateKey;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Where a key of ours is kept")
class KeptAtTest {
    private static final PrivateKey KEY = Keys.GATEWAY.getPrivate();

    private static HeldKey held(String reference) {
        return new HeldKey(new KeyReference(reference), Keys.GATEWAY.getPublic());
    }

    @Test
    void is_the_database_or_the_key_file_if_it_is_not_referred_to() {
        assertEquals("database", KeptAt.of(KEY).words());
        assertEquals("key file", KeptAt.ofOwn(KEY).words());
    }

    @Test
    void is_where_its_reference_says_without_where_its_password_is() {
        assertEquals("file:/keys/a.pem", KeptAt.of(held("file:/keys/a.pem")).words());
        assertEquals(
                "pkcs12:/keys/a.p12#a b",
                KeptAt.of(held("pkcs12:/keys/a.p12#a b;password=env:PASSWORD")).words());
        assertEquals(
                "pkcs11:/keys/a.cfg#a",
                KeptAt.ofOwn(held("pkcs11:/keys/a.cfg#a;password=file:/keys/pin"))
                        .words());
    }

    @Test
    void may_change_for_the_same_key_only() {
        String id = Rsa.keyId(Keys.GATEWAY.getPublic());
        String other = Rsa.keyId(Keys.OTHER.getPublic());

        assertEquals(Optional.empty(), KeptAt.moved(id, KEY));
        assertEquals(Optional.empty(), KeptAt.moved(id, held("env:KEY")));
        assertEquals(
                Optional.of(new Flaw(
                        "what is there is the private key of " + KeyRing.shown(other),
                        "that of " + KeyRing.shown(id) + "; another one is added by 'quittance key add'")),
                KeptAt.moved(id, Keys.OTHER.getPrivate()));
    }
}
