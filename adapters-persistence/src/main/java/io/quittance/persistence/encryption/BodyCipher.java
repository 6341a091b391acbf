package io.quittance.persistence.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what is stored and personal, with AES-256-GCM: a random nonce of 12 bytes, then the ciphertext and its tag.
 * The name of the place is authenticated with it, so bytes that were moved to another row do not decrypt.
 *
 * <p>Random nonces are safe for 2^32 bodies under one key; a gateway with a hundred orders a second and ten bodies each
 * comes there after seven weeks without pause, so plan for a new key once a year at a tenth of that.
 */
public final class BodyCipher {
    public static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String keyId;
    private final SecretKey key;
    private final SecureRandom random;

    /** What is stored: the bytes, and which key reads them. */
    public record Sealed(byte[] content, String keyId) {}

    public BodyCipher(String keyId, SecretKey key, SecureRandom random) {
        this.keyId = Objects.requireNonNull(keyId, "keyId");
        this.key = Objects.requireNonNull(key, "key");
        this.random = Objects.requireNonNull(random, "random");
    }

    /** With a key of {@value #KEY_BYTES} bytes, named after itself: the name tells nothing of the key. */
    public static BodyCipher of(byte[] key, SecureRandom random) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("body key: " + key.length + " bytes (expected: " + KEY_BYTES + ")");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] name = mac.doFinal("name of a body key".getBytes(StandardCharsets.UTF_8));
            String keyId = HexFormat.of().formatHex(Arrays.copyOf(name, 8));
            return new BodyCipher(keyId, new SecretKeySpec(key, "AES"), random);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    public String keyId() {
        return keyId;
    }

    /** @param place names the row that the bytes belong to; needed again to open them */
    public Sealed seal(String place, byte[] content) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(content);
            return new Sealed(
                    ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                            .put(nonce)
                            .put(encrypted)
                            .array(),
                    keyId);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the body key cannot encrypt with AES-GCM", e);
        }
    }

    /** @throws BodyUnreadable if another key sealed it, or if the bytes or their place were changed */
    public byte[] open(String place, Sealed sealed) {
        if (!keyId.equals(sealed.keyId())) {
            throw new BodyUnreadable(place + " was encrypted with the body key " + sealed.keyId()
                    + ", but this instance holds " + keyId);
        }
        byte[] content = sealed.content();
        if (content.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            throw new BodyUnreadable(place + " was cut off in the database");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(content, NONCE_BYTES), place)
                    .doFinal(content, NONCE_BYTES, content.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new BodyUnreadable(place + " was changed in the database, or the body key " + keyId
                    + " is not the one that it was encrypted with");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the body key cannot decrypt with AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
