package io.quittance.http.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.domain.text.Bytes;
import java.io.StringWriter;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Terms of TLS that a person registers")
class NewTermsTest {
    private static final TestCa CA = new TestCa("CN=Inner CA");
    private static final TestCa OTHER = new TestCa("CN=Other CA");
    private static final Instant NOW = Instant.now();

    private static String refused(Runnable registering) {
        return assertThrows(IllegalArgumentException.class, registering::run).getMessage();
    }

    private static TestCa.Pair pair(Duration from, Duration until, KeyPurposeId use) {
        return CA.issue("quittance", "EC", from, until, use);
    }

    private static String shown(TestCa.Pair pair) {
        return refused(() -> NewTerms.shown(pair.certificatePem(), pair.keyPem(), NOW));
    }

    @Nested
    class As_to_whom_we_believe {
        @Test
        void are_one_or_several_CAs_with_whatever_stands_around_them() {
            assertEquals(List.of(CA.certificate()), NewTerms.authorities("our CA:\r\n" + CA.pem(), NOW));
            assertEquals(
                    List.of(CA.certificate(), OTHER.certificate()),
                    NewTerms.authorities(CA.pem() + "\n# and\n" + OTHER.pem(), NOW));
        }

        @Test
        void are_none_that_vouches_for_nobody() {
            assertEquals(
                    "the certificate of CN=shop.example is none of a CA (expected: certificates of CAs in PEM, 32 at"
                            + " most)",
                    refused(() -> NewTerms.authorities(CA.server("shop.example").certificatePem(), NOW)));
        }

        @Test
        void have_not_expired() {
            String refused = refused(() -> NewTerms.authorities(CA.pem(), NOW.plus(Duration.ofDays(1))));

            assertTrue(refused.startsWith("the certificate of CN=Inner CA has expired on "), refused);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "secret", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"})
        void are_certificates(String text) {
            assertFalse(refused(() -> NewTerms.authorities(text, NOW)).contains("secret"));
        }

        @Test
        void have_no_private_key_among_them() {
            String key = CA.client("quittance", "EC").keyPem();
            String refused = refused(() -> NewTerms.authorities(CA.pem() + key, NOW));

            assertEquals(
                    "there is a private key where certificates are wanted (expected: certificates of CAs in PEM, 32 at"
                            + " most)",
                    refused);
        }
    }

    @Nested
    class As_to_what_we_show {
        @ParameterizedTest
        @ValueSource(strings = {"RSA", "EC"})
        void are_a_pair_and_those_that_vouch_for_it(String algorithm) {
            TestCa.Pair pair = CA.client("quittance", algorithm);
            Shown shown = NewTerms.shown(pair.certificatePem() + CA.pem(), pair.keyPem(), NOW);

            assertEquals(List.of(pair.certificate(), CA.certificate()), shown.chain());
            assertEquals(pair.key(), shown.key());
        }

        @ParameterizedTest
        @ValueSource(strings = {"RSA", "EC"})
        void have_a_key_as_OpenSSL_writes_it_too(String algorithm) throws Exception {
            TestCa.Pair pair = CA.client("quittance", algorithm);
            StringWriter text = new StringWriter();
            try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
                writer.writeObject(pair.key());
            }

            assertTrue(text.toString().contains("BEGIN " + algorithm + " PRIVATE KEY"));
            assertEquals(
                    pair.key(),
                    NewTerms.shown(pair.certificatePem(), text.toString(), NOW).key());
        }

        @Test
        void belong_together() {
            TestCa.Pair pair = CA.client("quittance", "EC");
            String refused = refused(() -> NewTerms.shown(
                    pair.certificatePem(), CA.client("quittance", "EC").keyPem(), NOW));

            assertEquals(
                    "the private key is not that of the certificate of CN=quittance (expected: the private key of that"
                            + " pair)",
                    refused);
        }

        @Test
        void are_valid_now_and_for_clients() {
            Duration hour = Duration.ofHours(1);

            assertTrue(shown(pair(hour.negated(), Duration.ofMinutes(-1), KeyPurposeId.id_kp_clientAuth))
                    .startsWith("the certificate of CN=quittance has expired on "));
            assertTrue(shown(pair(hour, hour.multipliedBy(2), KeyPurposeId.id_kp_clientAuth))
                    .startsWith("the certificate of CN=quittance is valid from "));
            assertTrue(shown(pair(hour.negated(), hour, KeyPurposeId.id_kp_serverAuth))
                    .startsWith("the certificate of CN=quittance is not for clients "));
        }

        @Test
        void are_vouched_for_in_turn() {
            TestCa.Pair pair = CA.client("quittance", "EC");

            assertTrue(refused(() -> NewTerms.shown(pair.certificatePem() + OTHER.pem(), pair.keyPem(), NOW))
                    .startsWith("the certificate of CN=Other CA does not vouch for the one before it"));
        }

        @Test
        void have_a_key_that_needs_no_password() throws Exception {
            TestCa.Pair pair = CA.client("quittance", "EC");
            StringWriter text = new StringWriter();
            try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
                writer.writeObject(new JcaPKCS8Generator(
                        pair.key(),
                        new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                                .setProvider(new BouncyCastleProvider())
                                .setPassword("secret".toCharArray())
                                .build()));
            }

            assertTrue(refused(() -> NewTerms.shown(pair.certificatePem(), text.toString(), NOW))
                    .startsWith("the private key is encrypted (expected: "));
            assertTrue(refused(() -> NewTerms.shown(pair.certificatePem(), pair.certificatePem(), NOW))
                    .startsWith("there is no private key (expected: "));
        }

        @Test
        void have_a_key_that_is_long_enough_and_of_a_kind_that_is_known() {
            KeyPair ed = TestCa.keys("Ed25519", 255);

            assertTrue(refused(() -> NewTerms.shown(
                            CA.of("quittance", ed).certificatePem(),
                            CA.of("quittance", ed).keyPem(),
                            NOW))
                    .startsWith("the certificate's key is of another kind or too short"));
            TestCa.Pair small = CA.of("quittance", TestCa.keys("RSA", 1024));
            assertTrue(shown(small).startsWith("the certificate's key is of another kind or too short"));
        }
    }

    @Test
    void are_read_as_they_were_written_and_told_apart() {
        TestCa.Pair pair = CA.client("quittance", "EC");
        TlsTerms terms = new TlsTerms(
                List.of(CA.certificate()), Optional.of(new Shown(List.of(pair.certificate()), pair.key())));

        assertEquals(terms, TlsTerms.read(terms.write()));
        assertEquals(TlsTerms.USUAL, TlsTerms.read(TlsTerms.USUAL.write()));
        assertEquals(
                4,
                List.of(terms, TlsTerms.USUAL, terms.believing(List.of()), terms.showing(Optional.empty())).stream()
                        .map(TlsTerms::id)
                        .distinct()
                        .count());
        assertThrows(IllegalStateException.class, () -> TlsTerms.read(Bytes.utf8("{\"key\":\"!\"}")));
        assertFalse((terms + terms.shown().toString()).contains("key="));
    }
}
