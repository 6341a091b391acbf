package io.quittance.persistence.encryption;

import io.quittance.application.audit.AuditKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Seals with HMAC-SHA-256, of which the first 24 bytes are kept: 192 bits, more than any table of MACs needs. */
public final class HmacAuditKey implements AuditKey {
    public static final int KEY_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac keyed;
    private final int id;

    private HmacAuditKey(Mac keyed) {
        this.keyed = keyed;
        this.id = ByteBuffer.wrap(mac("name of an audit key".getBytes(StandardCharsets.UTF_8)))
                .getInt();
    }

    /** With a key of {@value #KEY_BYTES} bytes, named after itself. */
    public static HmacAuditKey of(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("audit key: " + key.length + " bytes (expected: " + KEY_BYTES + ")");
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return new HmacAuditKey(mac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public int id() {
        return id;
    }

    /** On a copy, as a MAC that goes on is one thread's own; a copy also has the key worked in already. */
    @Override
    public byte[] mac(byte[] message) {
        try {
            return Arrays.copyOf(((Mac) keyed.clone()).doFinal(message), MAC_BYTES);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the HmacSHA256 of this Java platform cannot be copied", e);
        }
    }
}
