package io.quittance.persistence.encryption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.application.audit.AuditKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An audit key")
class HmacAuditKeyTest {
    /** As {@code openssl dgst -sha256 -mac HMAC} tells it, cut off. */
    private static final String EXPECTED = "198a607eb44bfbc69903a0f1cf2bbdc5ba0aa3f3d9ae3c1c";

    @Test
    void makes_the_macs_of_hmac_sha_256_cut_off() {
        byte[] key = new byte[HmacAuditKey.KEY_BYTES];
        Arrays.fill(key, (byte) 0x0b);

        byte[] mac = HmacAuditKey.of(key).mac("Hi There".getBytes(StandardCharsets.US_ASCII));

        assertEquals(AuditKey.MAC_BYTES, mac.length);
        assertEquals(EXPECTED, HexFormat.of().formatHex(mac));
    }

    @Test
    void makes_the_same_for_all_threads() {
        HmacAuditKey key = HmacAuditKey.of(new byte[HmacAuditKey.KEY_BYTES]);

        List<String> macs = IntStream.range(0, 1_000)
                .parallel()
                .mapToObj(_ -> HexFormat.of().formatHex(key.mac(new byte[1_000])))
                .distinct()
                .toList();

        assertEquals(1, macs.size());
    }

    @Test
    void has_32_bytes() {
        assertThrows(IllegalArgumentException.class, () -> HmacAuditKey.of(new byte[31]));
    }
}
