package io.quittance.application.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What makes a message the same message: a SHA-256 over the facts that it tells, not over its bytes or its time, as a
 * repeat may carry another {@code notifyTime}. 64 hexadecimal characters.
 */
public record Fingerprint(String value) {
    public static final int CHARACTERS = 64;

    public Fingerprint {
        if (value.length() != CHARACTERS) {
            throw new IllegalArgumentException("fingerprint: " + value + " (expected: 64 hexadecimal characters)");
        }
    }

    /** Over these facts, in this order; a fact that was left out is the empty text. */
    public static Fingerprint of(List<String> facts) {
        MessageDigest digest = sha256();
        for (String fact : facts) {
            byte[] bytes = fact.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
