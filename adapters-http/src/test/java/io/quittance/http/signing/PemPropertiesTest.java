package io.quittance.http.signing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.http.live.Keys;
import java.util.Base64;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class PemPropertiesTest {
    @Property(tries = 1_000)
    void a_damaged_private_key_is_read_or_refused_and_never_shown(
            @ForAll @Size(min = 1, max = 5) byte[] damage, @ForAll int where) {
        assertReadOrRefused(Pem::readPrivate, Keys.MERCHANT.getPrivate().getEncoded(), damage, where);
    }

    @Property(tries = 1_000)
    void a_damaged_public_key_is_read_or_refused(@ForAll @Size(min = 1, max = 5) byte[] damage, @ForAll int where) {
        assertReadOrRefused(Pem::readPublic, Keys.MERCHANT.getPublic().getEncoded(), damage, where);
    }

    @Property(tries = 1_000)
    void noise_is_refused(@ForAll String text, @ForAll byte[] der) {
        assertReadOrRefused(Pem::readPrivate, text);
        assertReadOrRefused(Pem::readPublic, text);
        assertReadOrRefused(Pem::readPrivate, Base64.getEncoder().encodeToString(der));
        assertReadOrRefused(Pem::readPublic, Base64.getEncoder().encodeToString(der));
    }

    /** The first bytes say what the rest is, so most damage is done there. */
    private static void assertReadOrRefused(Consumer<String> read, byte[] key, byte[] damage, int where) {
        for (int i = 0; i < damage.length; i++) {
            key[Math.floorMod(where + i, 48)] = damage[i];
        }
        assertReadOrRefused(read, Base64.getEncoder().encodeToString(key));
    }

    private static void assertReadOrRefused(Consumer<String> read, String text) {
        try {
            read.accept(text);
        } catch (IllegalArgumentException e) {
            assertTrue(
                    e.getMessage().matches("(private|public) key(, as [^()]+)? \\(expected: [^)]+\\)"), e.getMessage());
        }
    }
}
