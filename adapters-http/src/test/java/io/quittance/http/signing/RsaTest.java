package io.quittance.http.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.text.Bytes;
import io.quittance.http.live.Keys;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Security;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A signature")
class RsaTest {
    private static final Bytes BODY = Bytes.utf8("{\"a\":\"ü\"}");

    @Test
    void is_one_that_the_JDK_verifies() {
        String sign = Rsa.sign(Keys.MERCHANT.getPrivate(), BODY);

        assertTrue(Keys.verifies(Keys.MERCHANT.getPublic(), BODY.toArray(), sign));
        assertEquals(344, sign.length());
    }

    @Test
    void of_the_JDK_is_verified() {
        String sign = Keys.sign(Keys.MERCHANT.getPrivate(), BODY.toArray());

        assertTrue(Rsa.verify(Keys.MERCHANT.getPublic(), BODY, sign));
        assertFalse(Rsa.verify(Keys.NEIGHBOUR.getPublic(), BODY, sign));
        assertFalse(Rsa.verify(Keys.MERCHANT.getPublic(), Bytes.utf8("{\"a\":\"u\"}"), sign));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "A", "AAAA", "!", "\u0000", "ü", "AA==AA=="})
    void that_is_malformed_is_just_wrong(String sign) {
        assertFalse(Rsa.verify(Keys.MERCHANT.getPublic(), BODY, sign));
    }

    @Test
    void has_one_spelling_only() {
        String sign = Rsa.sign(Keys.MERCHANT.getPrivate(), BODY);

        for (String other : new String[] {
            sign + "\n",
            " " + sign,
            sign.substring(0, 342),
            sign + "====",
            sign.substring(0, 76) + "\r\n" + sign.substring(76),
            Base64.getUrlEncoder().encodeToString(Base64.getDecoder().decode(sign)) + "-"
        }) {
            assertFalse(Rsa.verify(Keys.MERCHANT.getPublic(), BODY, other), other);
        }
    }

    @Test
    void by_a_key_that_is_none_of_RSA_is_our_own_mistake() throws Exception {
        KeyPair curve = KeyPairGenerator.getInstance("EC").generateKeyPair();

        assertThrows(IllegalArgumentException.class, () -> Rsa.sign(curve.getPrivate(), BODY));
        assertThrows(
                IllegalArgumentException.class,
                () -> Rsa.verify(curve.getPublic(), BODY, Rsa.sign(Keys.MERCHANT.getPrivate(), BODY)));
    }

    @Test
    void comes_from_a_provider_that_nobody_else_gets() {
        assertTrue(Rsa.provider().matches("AmazonCorrettoCryptoProvider|the JDK's"), Rsa.provider());
        assertTrue(Arrays.stream(Security.getProviders())
                .noneMatch(one -> one.getName().contains("Corretto")));
    }

    @Test
    void names_its_key_by_the_digest_of_the_X509_form() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(Keys.MERCHANT.getPublic().getEncoded());

        assertEquals(HexFormat.of().formatHex(digest), Rsa.keyId(Keys.MERCHANT.getPublic()));
    }

    @Test
    void has_its_public_key_told_by_the_private_one() {
        assertEquals(Keys.MERCHANT.getPublic(), Rsa.publicOf(Keys.MERCHANT.getPrivate()));
        assertEquals(Rsa.keyId(Keys.MERCHANT.getPublic()), Rsa.pairId(Keys.MERCHANT.getPrivate()));
        assertThrows(
                IllegalArgumentException.class,
                () -> Rsa.publicOf(TestKeys.pair("EC", 256).getPrivate()));
    }

    @Test
    void can_be_made_with_a_new_pair_of_the_protocols_size() {
        KeyPair pair = Rsa.newPair();

        assertEquals(2048, ((RSAPublicKey) pair.getPublic()).getModulus().bitLength());
        assertTrue(Keys.verifies(pair.getPublic(), BODY.toArray(), Rsa.sign(pair.getPrivate(), BODY)));
        assertNotEquals(pair.getPublic(), Rsa.newPair().getPublic());
    }

    @Test
    void is_told_from_what_is_none_without_an_error() {
        byte[] body = BODY.toArray();
        byte[] sign = Base64.getDecoder().decode(Keys.sign(Keys.MERCHANT.getPrivate(), body));

        assertTrue(Rsa.verifies(Keys.MERCHANT.getPublic(), body, sign));
        assertFalse(Rsa.verifies(Keys.NEIGHBOUR.getPublic(), body, sign));
        assertFalse(Rsa.verifies(Keys.MERCHANT.getPublic(), body, new byte[1]));
        assertFalse(Rsa.verifies(TestKeys.pair("EC", 256).getPublic(), body, sign));
    }
}
