package io.quittance.persistence.encryption;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.persistence.encryption.BodyCipher.Sealed;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The cipher of bodies")
class BodyCipherTest {
    private static final byte[] BODY = "4111 1111 1111 1111".getBytes(StandardCharsets.UTF_8);

    private final BodyCipher cipher = BodyCipher.of(key(1), new SecureRandom());

    private static byte[] key(int filling) {
        byte[] key = new byte[BodyCipher.KEY_BYTES];
        Arrays.fill(key, (byte) filling);
        return key;
    }

    @Test
    void opens_what_it_sealed_for_that_place() {
        assertArrayEquals(BODY, cipher.open("row 1", cipher.seal("row 1", BODY)));
        assertArrayEquals(new byte[0], cipher.open("row 1", cipher.seal("row 1", new byte[0])));
    }

    @Test
    void seals_the_same_bytes_differently_each_time() {
        assertFalse(Arrays.equals(
                cipher.seal("row 1", BODY).content(), cipher.seal("row 1", BODY).content()));
    }

    @Test
    void does_not_open_what_was_moved_to_another_place() {
        Sealed sealed = cipher.seal("row 1", BODY);

        assertThrows(BodyUnreadable.class, () -> cipher.open("row 2", sealed));
    }

    @Test
    void does_not_open_what_was_changed_or_cut_off() {
        Sealed sealed = cipher.seal("row 1", BODY);
        byte[] changed = sealed.content().clone();
        changed[changed.length - 1] ^= 1;

        assertThrows(BodyUnreadable.class, () -> cipher.open("row 1", new Sealed(changed, sealed.keyId())));
        assertThrows(
                BodyUnreadable.class,
                () -> cipher.open("row 1", new Sealed(Arrays.copyOf(changed, 27), sealed.keyId())));
    }

    @Test
    void names_both_keys_when_another_one_is_needed() {
        BodyCipher other = BodyCipher.of(key(2), new SecureRandom());
        Sealed sealed = cipher.seal("row 1", BODY);

        BodyUnreadable thrown = assertThrows(BodyUnreadable.class, () -> other.open("row 1", sealed));

        assertEquals(
                "row 1 was encrypted with the body key " + cipher.keyId() + ", but this instance holds "
                        + other.keyId(),
                thrown.getMessage());
    }

    @Test
    void says_so_when_a_key_only_has_the_right_name() {
        SecretKey wrong = new SecretKeySpec(key(3), "AES");
        BodyCipher other = new BodyCipher(List.of(new BodySecret(cipher.keyId(), wrong)), new SecureRandom());
        Sealed sealed = cipher.seal("row 1", BODY);

        assertThrows(BodyUnreadable.class, () -> other.open("row 1", sealed));
    }

    @Test
    void names_a_key_the_same_each_time_and_two_keys_differently() {
        assertEquals(cipher.keyId(), BodyCipher.of(key(1), new SecureRandom()).keyId());
        assertNotEquals(
                cipher.keyId(), BodyCipher.of(key(2), new SecureRandom()).keyId());
    }

    @Test
    void reads_with_several_keys_and_seals_with_one_of_them() {
        Sealed old = cipher.seal("row 1", BODY);
        BodySecret young = BodySecret.of(key(2));
        List<BodySecret> both = List.of(cipher.keys().getFirst(), young);

        cipher.hold(both, young.id());

        assertEquals(both, cipher.keys());
        assertEquals(young.id(), cipher.seal("row 1", BODY).keyId());
        assertArrayEquals(BODY, cipher.open("row 1", old));
        assertArrayEquals(BODY, cipher.open("row 1", cipher.seal("row 1", BODY)));
        cipher.hold(List.of(young), young.id());
        assertThrows(BodyUnreadable.class, () -> cipher.open("row 1", old));
        assertThrows(IllegalArgumentException.class, () -> cipher.hold(List.of(young), old.keyId()));
    }

    @Test
    void wants_a_key_of_256_bits() {
        assertThrows(IllegalArgumentException.class, () -> BodyCipher.of(new byte[16], new SecureRandom()));
    }
}
