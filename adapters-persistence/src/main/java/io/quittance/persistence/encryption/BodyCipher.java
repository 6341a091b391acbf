package io.quittance.persistence.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts what is stored and personal, with AES-256-GCM: a random nonce of 12 bytes, then the ciphertext and its tag.
 * The name of the place is authenticated with it, so bytes that were moved to another row do not decrypt.
 *
 * <p>It holds several keys, all of which read and one of which encrypts; which they are may change while it is used.
 *
 * <p>Random nonces are safe for 2^32 bodies under one key; a gateway with a hundred orders a second and ten bodies each
 * comes there after seven weeks without pause, so plan for a new key once a year at a tenth of that.
 */
public final class BodyCipher {
    public static final int KEY_BYTES = BodySecret.BYTES;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random;
    private volatile Held held;

    /** What is stored: the bytes, and which key reads them. */
    public record Sealed(byte[] content, String keyId) {}

    private record Held(Map<String, BodySecret> all, BodySecret writing) {}

    /** @param keys the first is the one that encrypts, until that is changed */
    public BodyCipher(List<BodySecret> keys, SecureRandom random) {
        this.random = Objects.requireNonNull(random, "random");
        this.held = held(keys, keys.getFirst().id());
    }

    /** With one key of {@value #KEY_BYTES} bytes. */
    public static BodyCipher of(byte[] key, SecureRandom random) {
        return new BodyCipher(List.of(BodySecret.of(key)), random);
    }

    private static Held held(List<BodySecret> keys, String writing) {
        Map<String, BodySecret> all = new LinkedHashMap<>();
        keys.forEach(one -> all.put(one.id(), one));
        BodySecret encrypts = all.get(writing);
        if (encrypts == null) {
            throw new IllegalArgumentException(
                    "body keys: " + all.keySet() + " (expected: " + writing + " among them)");
        }
        return new Held(all, encrypts);
    }

    /**
     * From now on it holds these and no others.
     *
     * @param writing the name of the one that encrypts; it must be among them
     */
    public void hold(List<BodySecret> keys, String writing) {
        held = held(keys, writing);
    }

    /** Those that it holds. */
    public List<BodySecret> keys() {
        return List.copyOf(held.all().values());
    }

    /** The name of the key that encrypts. */
    public String keyId() {
        return held.writing().id();
    }

    /** @param place names the row that the bytes belong to; needed again to open them */
    public Sealed seal(String place, byte[] content) {
        return seal(held.writing(), place, content);
    }

    /** The same with the key of that name, which it must hold. */
    public Sealed sealWith(String key, String place, byte[] content) {
        return seal(Objects.requireNonNull(held.all().get(key), key), place, content);
    }

    private Sealed seal(BodySecret writing, String place, byte[] content) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted =
                    cipher(Cipher.ENCRYPT_MODE, writing.key(), nonce, place).doFinal(content);
            return new Sealed(
                    ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                            .put(nonce)
                            .put(encrypted)
                            .array(),
                    writing.id());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the body key cannot encrypt with AES-GCM", e);
        }
    }

    /** @throws BodyUnreadable if it does not hold the key, or if the bytes or their place were changed */
    public byte[] open(String place, Sealed sealed) {
        Held now = held;
        BodySecret key = now.all().get(sealed.keyId());
        if (key == null) {
            throw new BodyUnreadable(place + " was encrypted with the body key " + sealed.keyId()
                    + ", but this instance holds " + String.join(", ", now.all().keySet()));
        }
        byte[] content = sealed.content();
        if (content.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            throw new BodyUnreadable(place + " was cut off in the database");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, key.key(), Arrays.copyOf(content, NONCE_BYTES), place)
                    .doFinal(content, NONCE_BYTES, content.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new BodyUnreadable(place + " was changed in the database, or the body key " + key.id()
                    + " is not the one that it was encrypted with");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the body key cannot decrypt with AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
