package io.quittance.http.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.text.Bytes;
import io.quittance.http.live.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A key that is kept where things change")
class HeldKeyTest {
    private static final Bytes BODY = Bytes.utf8("{\"a\":1}");
    private static final KeyPair PAIR = Keys.MERCHANT;

    @TempDir
    Path folder;

    private final NewKeys keys = new NewKeys(KeyOwners.NONE);

    private Path place;
    private PrivateKey key;
    private HeldKey kept;

    @BeforeEach
    void register() {
        place = file("key.pem", Pem.writePrivate(PAIR.getPrivate()));
        key = keys.readPrivate("file:" + place);
        kept = new HeldKey(new KeyReference("file:" + place), PAIR.getPublic());
    }

    @Test
    void goes_on_with_what_was_found() {
        file("key.pem", "gone");

        assertEquals(Optional.empty(), kept.check());
        assertTrue(TestStores.verifies(PAIR.getPublic(), BODY, Rsa.sign(kept, BODY)));
        assertEquals(kept, key);
    }

    @Test
    void is_found_again_when_somebody_looks_again() throws IOException {
        HeldKey later = new HeldKey(new KeyReference("file:" + folder.resolve("later.pem")), PAIR.getPublic());
        assertTrue(later.check().isPresent());
        Files.copy(place, folder.resolve("later.pem"));

        assertThrows(HeldKey.Unavailable.class, () -> Rsa.sign(later, BODY));
        assertEquals(Optional.empty(), later.check());
        assertTrue(TestStores.verifies(PAIR.getPublic(), BODY, Rsa.sign(later, BODY)));
    }

    @Test
    void does_not_sign_with_another_key_than_was_registered() {
        HeldKey other = new HeldKey(new KeyReference("file:" + place), Keys.NEIGHBOUR.getPublic());

        String why = "there is another private key at file:" + place + " than was registered (expected: the one of"
                + " the public key " + Rsa.keyId(Keys.NEIGHBOUR.getPublic()) + ", or its own reference)";
        assertEquals(Optional.of(why), HeldKey.flaw(other));
        assertEquals(
                why,
                assertThrows(HeldKey.Unavailable.class, () -> Rsa.sign(other, BODY))
                        .getMessage());
    }

    @Test
    void never_shows_the_key() {
        assertEquals("HeldKey[file:" + place + "]", kept.toString());
        assertEquals(null, kept.getEncoded());
        assertEquals(null, kept.getFormat());
        assertEquals("RSA", kept.getAlgorithm());
        assertEquals(
                "FoundKey[" + Rsa.keyId(PAIR.getPublic()) + "]",
                kept.reference().look().toString());
    }

    @Test
    void is_the_same_if_its_place_and_its_public_key_are() {
        HeldKey elsewhere = new HeldKey(new KeyReference("env:KEY"), PAIR.getPublic());
        HeldKey another = new HeldKey(kept.reference(), Keys.NEIGHBOUR.getPublic());

        assertEquals(kept.hashCode(), key.hashCode());
        assertNotEquals(kept, elsewhere);
        assertNotEquals(kept, another);
        assertNotEquals(kept.hashCode(), elsewhere.hashCode());
        assertNotEquals(kept.hashCode(), another.hashCode());
    }

    @Test
    void that_is_at_hand_can_always_be_had() {
        assertEquals(Optional.empty(), HeldKey.flaw(PAIR.getPrivate()));
    }

    private Path file(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
