package io.quittance.persistence.encryption;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key of bodies, under its name. */
public record BodySecret(String id, SecretKey key) {
    /** Of each key. */
    public static final int BYTES = 32;

    public BodySecret {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(key, "key");
    }

    /** With a key of {@value #BYTES} bytes, named after itself: the name tells nothing of the key. */
    public static BodySecret of(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("body key: " + key.length + " bytes (expected: " + BYTES + ")");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] name = mac.doFinal("name of a body key".getBytes(StandardCharsets.UTF_8));
            return new BodySecret(HexFormat.of().formatHex(Arrays.copyOf(name, 8)), new SecretKeySpec(key, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "BodySecret[" + id + "]";
    }
}
