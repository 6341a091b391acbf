package io.quittance.http.signing;

import io.quittance.domain.text.Flaw;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * RSA keys in every form that clients use: PKCS#8, PKCS#1, SPKI or a certificate, with armour or as base64. The armour's words
 * are not believed; the content tells. Takes every key that can be used; {@link NewKeys} judges those that are registered.
 */
public final class Pem {
    /** The shortest modulus that is accepted; the protocol's own. */
    public static final int MIN_BITS = KeyFlaws.MIN_BITS;

    static final String PRIVATE = "private key";
    static final String PUBLIC = "public key";
    private static final String EXPECTED_PRIVATE =
            "an unencrypted RSA key of at least " + MIN_BITS + " bits, PKCS#8 or PKCS#1, as PEM or one line of base64";
    private static final String EXPECTED_PUBLIC =
            "an RSA key of at least " + MIN_BITS + " bits, X.509 or PKCS#1, as PEM or one line of base64";

    private Pem() {}

    /**
     * What stands in the file of a key that a person has from somewhere, as text: DER as base64, and text in the encoding that
     * Windows writes. What is around a key may be of any encoding, as none of it counts.
     */
    public static String text(byte[] file) {
        if (beginsWith(file, 0x30, 0x82) || beginsWith(file, 0x30, 0x81)) {
            return Base64.getEncoder().encodeToString(file);
        }
        boolean wide = beginsWith(file, 0xff, 0xfe) || beginsWith(file, 0xfe, 0xff);
        return new String(file, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }

    private static boolean beginsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && bytes[0] == (byte) first && bytes[1] == (byte) second;
    }

    /** @throws IllegalArgumentException if it is none: what it should be and, where that can be told, why not; never shows the text */
    public static PrivateKey readPrivate(String text) {
        KeyForm found = forms(text).stream()
                .min(Comparator.comparing(form -> !(form instanceof KeyForm.Private)))
                .orElseThrow(() -> refusal(PRIVATE, EXPECTED_PRIVATE));
        return switch (found) {
            case KeyForm.Private key -> privateKey(key);
            case KeyForm.Public _ -> throw refusal(PRIVATE, new Flaw("it is a public key", EXPECTED_PRIVATE));
            case KeyForm.Other(var what, var _) -> throw refusal(PRIVATE, new Flaw("it is " + what, EXPECTED_PRIVATE));
        };
    }

    /** @throws IllegalArgumentException if it is none: what it should be and, where that can be told, why not; never shows the text */
    public static PublicKey readPublic(String text) {
        List<KeyForm> forms = forms(text);
        if (forms.stream().anyMatch(Pem::isSecret)) {
            throw refusal(
                    PUBLIC,
                    new Flaw(
                            "there is a private key in it, which is to be kept secret", "the public one of that pair"));
        }
        KeyForm found = forms.stream()
                .min(Comparator.comparing(form -> !(form instanceof KeyForm.Public)))
                .orElseThrow(() -> refusal(PUBLIC, EXPECTED_PUBLIC));
        return switch (found) {
            case KeyForm.Public(var modulus, var exponent) -> publicKey(modulus, exponent);
            case KeyForm.Other(var what, var _) -> throw refusal(PUBLIC, new Flaw("it is " + what, EXPECTED_PUBLIC));
            case KeyForm.Private _ -> throw new IllegalStateException("was refused as secret");
        };
    }

    private static boolean isSecret(KeyForm form) {
        return switch (form) {
            case KeyForm.Private _ -> true;
            case KeyForm.Public _ -> false;
            case KeyForm.Other(var _, var secret) -> secret;
        };
    }

    /** What can be read of it; what cannot is left out. */
    private static List<KeyForm> forms(String text) {
        if (KeyText.isOpenSsh(text)) {
            return List.of(new KeyForm.Other("in OpenSSH's form", text.contains("PRIVATE KEY")));
        }
        if (KeyText.isEncrypted(text)) {
            return List.of(new KeyForm.Other(KeyForm.ENCRYPTED, true));
        }
        try {
            return KeyText.blocks(text).stream()
                    .flatMap(block -> form(block).stream())
                    .toList();
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }

    private static Optional<KeyForm> form(byte[] der) {
        try {
            return Optional.of(KeyForm.of(der));
        } catch (IOException | IllegalArgumentException | IllegalStateException _) {
            return Optional.empty();
        }
    }

    private static PrivateKey privateKey(KeyForm.Private key) {
        KeyFlaws.unusable(key.modulus(), key.exponent()).ifPresent(flaw -> {
            throw refusal(PRIVATE, flaw);
        });
        if (!key.fits()) {
            throw refusal(PRIVATE, new Flaw("its factors are those of another modulus", EXPECTED_PRIVATE));
        }
        List<BigInteger> numbers = key.numbers();
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new RSAPrivateCrtKeySpec(
                            key.modulus(),
                            key.exponent(),
                            numbers.get(3),
                            numbers.get(4),
                            numbers.get(5),
                            numbers.get(6),
                            numbers.get(7),
                            numbers.get(8)));
        } catch (GeneralSecurityException _) {
            throw refusal(PRIVATE, EXPECTED_PRIVATE);
        }
    }

    private static PublicKey publicKey(BigInteger modulus, BigInteger exponent) {
        KeyFlaws.unusable(modulus, exponent).ifPresent(flaw -> {
            throw refusal(PUBLIC, flaw);
        });
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
        } catch (GeneralSecurityException _) {
            throw refusal(PUBLIC, EXPECTED_PUBLIC);
        }
    }

    private static IllegalArgumentException refusal(String what, String expected) {
        return new IllegalArgumentException(what + " (expected: " + expected + ")");
    }

    /** As {@code public key, as its modulus is even (expected: ...)}. */
    static IllegalArgumentException refusal(String what, Flaw flaw) {
        return new IllegalArgumentException(what + ", as " + flaw);
    }

    /** PKCS#8 with armour. */
    public static String writePrivate(PrivateKey key) {
        return armoured("PRIVATE KEY", key);
    }

    /** SPKI (X.509) with armour. */
    public static String writePublic(PublicKey key) {
        return armoured("PUBLIC KEY", key);
    }

    /** PKCS#8 or SPKI as one line of base64, as PayerMax's portal wants it. */
    public static String oneLine(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    private static String armoured(String what, Key key) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(key.getEncoded());
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }
}
