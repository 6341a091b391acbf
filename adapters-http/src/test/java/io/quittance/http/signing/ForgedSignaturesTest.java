package io.quittance.http.signing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.text.Bytes;
import io.quittance.http.live.Keys;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Neither the fast provider nor the JDK's own takes any of these, in any spelling. */
@DisplayName("A signature that is nearly right")
class ForgedSignaturesTest {
    /** The one with the smallest modulus: with it most signatures have room for the modulus on top. */
    private static final KeyPair PAIR = Stream.of(
                    Keys.MERCHANT, Keys.NEIGHBOUR, Keys.OTHER, Keys.GATEWAY, Keys.UPSTREAM)
            .min(Comparator.comparing(pair -> modulus(pair.getPublic())))
            .orElseThrow();

    private static final Bytes BODY = roomy();
    private static final String SIGN = Rsa.sign(PAIR.getPrivate(), BODY);
    private static final byte[] RIGHT = Base64.getDecoder().decode(SIGN);

    private static BigInteger modulus(PublicKey key) {
        return ((RSAPublicKey) key).getModulus();
    }

    /** A body whose signature and the modulus together are no longer than a signature. */
    private static Bytes roomy() {
        for (int i = 0; ; i++) {
            Bytes body = Bytes.utf8("{\"amount\":\"" + i + "\"}");
            BigInteger sign = new BigInteger(1, Base64.getDecoder().decode(Rsa.sign(PAIR.getPrivate(), body)));
            if (sign.add(modulus(PAIR.getPublic())).bitLength() <= 8 * ForgedSignatures.LENGTH) {
                return body;
            }
        }
    }

    /** Told by what is wrong with them: those that somebody takes. */
    private static List<String> taken(Map<String, String> signs) {
        List<String> taken = new ArrayList<>();
        signs.forEach((what, sign) -> {
            if (Rsa.verify(PAIR.getPublic(), BODY, sign)) {
                taken.add(what + ", by " + Rsa.provider());
            }
            if (Rsa.verify(Optional.empty(), PAIR.getPublic(), BODY, sign)) {
                taken.add(what + ", by the JDK");
            }
        });
        return taken;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void is_next_to_one_that_is_right() throws GeneralSecurityException {
        assertEquals(2, taken(Map.of("right", SIGN)).size());

        RSAPrivateKey key = (RSAPrivateKey) PAIR.getPrivate();
        byte[] info = HexFormat.of()
                .parseHex("3031300d060960864801650304020105000420"
                        + HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(BODY.toArray())));
        BigInteger power =
                new BigInteger(1, ForgedSignatures.padded(info)).modPow(key.getPrivateExponent(), key.getModulus());
        assertEquals(new BigInteger(1, RIGHT), power, "the paddings are built as the right one is");
    }

    @Test
    void is_refused_whatever_is_wrong_with_it() throws GeneralSecurityException {
        Map<String, String> signs = new LinkedHashMap<>();
        ForgedSignatures.of(PAIR, BODY.toArray(), RIGHT).forEach((what, sign) -> signs.put(what, base64(sign)));

        assertTrue(signs.size() > 50, "made " + signs.size());
        assertEquals(List.of(), taken(signs));
    }

    @Test
    void is_refused_with_a_bit_of_any_byte_turned() {
        Map<String, String> signs = new LinkedHashMap<>();
        for (int i = 0; i < RIGHT.length; i++) {
            byte[] turned = RIGHT.clone();
            turned[i] ^= (byte) (1 << i % 8);
            signs.put("byte " + i, base64(turned));
        }
        assertEquals(List.of(), taken(signs));
    }

    @Test
    void is_refused_if_another_signed_or_of_another_body() {
        Map<String, String> signs = new LinkedHashMap<>();
        Stream.of(Keys.MERCHANT, Keys.NEIGHBOUR, Keys.OTHER, Keys.GATEWAY, Keys.UPSTREAM)
                .filter(pair -> pair != PAIR)
                .forEach(pair ->
                        signs.put("by " + modulus(pair.getPublic()), Keys.sign(pair.getPrivate(), BODY.toArray())));
        String body = new String(BODY.toArray(), StandardCharsets.UTF_8);
        for (String other : List.of(
                "",
                body + "\n",
                " " + body,
                body.replace(":", ": "),
                body + "\0",
                body.toUpperCase(Locale.ROOT),
                body + body)) {
            signs.put("of " + other, Keys.sign(PAIR.getPrivate(), other.getBytes(StandardCharsets.UTF_8)));
        }
        assertEquals(11, signs.size());
        assertEquals(List.of(), taken(signs));
    }

    @Test
    void is_refused_with_any_character_of_its_base64_another() {
        Map<String, String> signs = new LinkedHashMap<>();
        for (int i = 0; i < SIGN.length(); i++) {
            String head = SIGN.substring(0, i);
            String tail = SIGN.substring(i + 1);
            char c = SIGN.charAt(i);
            signs.put("another at " + i, head + (c == 'A' ? 'B' : 'A') + tail);
            signs.put("none at " + i, head + tail);
            signs.put("twice at " + i, head + c + c + tail);
            signs.put("the end at " + i, head);
            for (String more :
                    List.of(" ", "\n", "\r\n", "\t", "\0", "=", "-", "_", "*", "\u00a0", "\u200b", "Ａ", "%2B")) {
                signs.put("U+%04X at %d".formatted(more.codePointAt(0), i), head + more + c + tail);
            }
        }
        assertEquals(List.of(), taken(signs));
    }

    @Test
    void is_refused_in_another_spelling_of_the_same_bytes() {
        String bare = SIGN.substring(0, SIGN.length() - 2);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        Map<String, String> signs = new LinkedHashMap<>();
        signs.put("no padding", bare);
        signs.put("half the padding", bare + "=");
        signs.put("more padding", SIGN + "=");
        signs.put("padding of the URL", bare + "%3D%3D");
        signs.put("in lines", Base64.getMimeEncoder().encodeToString(RIGHT));
        signs.put("a line feed behind", SIGN + "\n");
        signs.put("in quotes", "\"" + SIGN + "\"");
        signs.put("hexadecimal", HexFormat.of().formatHex(RIGHT));
        signs.put("twice encoded", base64(SIGN.getBytes(StandardCharsets.US_ASCII)));
        signs.put("more behind the padding", SIGN + "AAAA");
        signs.put("the bytes themselves", new String(RIGHT, StandardCharsets.ISO_8859_1));
        int last = alphabet.indexOf(bare.charAt(bare.length() - 1));
        for (int unused = 1; unused < 16; unused++) {
            String other = bare.substring(0, bare.length() - 1) + alphabet.charAt(last + unused) + "==";
            assertArrayEquals(RIGHT, Base64.getDecoder().decode(other));
            signs.put("unused bits " + unused, other);
        }
        String safe = Base64.getUrlEncoder().encodeToString(RIGHT);
        if (!safe.equals(SIGN)) {
            signs.put("URL-safe", safe);
        }
        assertEquals(List.of(), taken(signs));
    }
}
