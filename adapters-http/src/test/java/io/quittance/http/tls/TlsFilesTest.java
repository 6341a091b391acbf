package io.quittance.http.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.quittance.http.live.Heard;
import io.quittance.http.outbound.Independent;
import io.quittance.http.outbound.SelfSigned;
import io.quittance.http.signing.Pem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A certificate and its key")
class TlsFilesTest {
    private static final String EXPECTED_KEY =
            " (expected: a file with one private key in PEM, PKCS#8 or PKCS#1, not encrypted).";

    @TempDir
    Path folder;

    private final KeyPair keys = Independent.keys();
    private TlsFiles files;

    @BeforeEach
    void write() throws Exception {
        files = new TlsFiles(folder.resolve("chain.pem"), folder.resolve("key.pem"));
        Files.writeString(files.certificate(), certificate(keys));
        Files.writeString(files.key(), Pem.writePrivate(keys.getPrivate()));
    }

    private static String certificate(KeyPair keys) throws GeneralSecurityException, IOException {
        return armoured("CERTIFICATE", SelfSigned.certificate(keys).getEncoded());
    }

    private static String armoured(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + what
                + "-----\n";
    }

    private String refused() {
        return assertThrows(TlsFault.class, files::check).getMessage();
    }

    @Test
    void are_taken_with_others_that_vouch_for_it_behind_the_own_one() throws Exception {
        Files.writeString(files.certificate(), certificate(keys) + certificate(Independent.keys()));

        assertEquals(2, files.pair(files.content()).chain().size());
        assertEquals(1, files.pair(files.content()).keyStore().size());
    }

    @Test
    void are_taken_with_a_key_as_of_pkcs1() throws Exception {
        byte[] pkcs1 = PrivateKeyInfo.getInstance(keys.getPrivate().getEncoded())
                .parsePrivateKey()
                .toASN1Primitive()
                .getEncoded();
        Files.writeString(files.key(), armoured("RSA PRIVATE KEY", pkcs1));

        files.check();
    }

    @Test
    void are_refused_where_one_is_not_there() throws Exception {
        Files.delete(files.certificate());

        assertEquals(
                "QUITTANCE_TLS_CERTIFICATE names " + files.certificate() + ", which is not there (expected: a file with"
                        + " certificates in PEM, the server's own first).",
                refused());
    }

    @Test
    void are_refused_where_one_is_a_folder() throws Exception {
        Files.delete(files.key());
        Files.createDirectory(files.key());

        assertTrue(
                refused().startsWith("QUITTANCE_TLS_KEY names " + files.key() + ", which cannot be read ("), refused());
    }

    @Test
    void are_refused_where_one_is_something_else() throws Exception {
        Files.writeString(files.certificate(), Pem.writePublic(keys.getPublic()));
        assertTrue(refused().contains("QUITTANCE_TLS_CERTIFICATE"), refused());
        Files.writeString(files.certificate(), "");
        assertTrue(refused().contains("which holds no certificate"), refused());
        Files.writeString(files.certificate(), certificate(keys));

        Files.writeString(files.key(), certificate(keys));
        assertEquals(
                "QUITTANCE_TLS_KEY names " + files.key() + ", which holds no private key that can be used"
                        + EXPECTED_KEY,
                refused());
    }

    @Test
    void are_refused_where_they_are_of_two_pairs_without_showing_the_key() throws Exception {
        KeyPair others = Independent.keys();
        Files.writeString(files.key(), Pem.writePrivate(others.getPrivate()));

        assertEquals(
                "QUITTANCE_TLS_KEY names " + files.key() + ", which is not the key of the certificate in "
                        + files.certificate() + " (expected: the private key of that pair).",
                refused());
        Files.writeString(files.key(), Pem.writePrivate(keys.getPrivate()));
        assertEquals("Pair[CN=localhost]", files.pair(files.content()).toString());
    }

    @Test
    void are_told_of_once_when_they_cannot_be_served_any_more() throws Exception {
        try (Heard heard = new Heard();
                FreshCertificate fresh = new FreshCertificate(files, InstantSource.system())) {
            Files.writeString(files.key(), "broken");
            for (int i = 0; i < 3; i++) {
                fresh.look();
            }

            List<String> warned = heard.lines().stream()
                    .map(ILoggingEvent::getFormattedMessage)
                    .filter(line -> line.contains("not served"))
                    .toList();
            assertEquals(
                    List.of("the changed certificate is not served, the one before is: QUITTANCE_TLS_KEY names "
                            + files.key() + ", which holds no private key that can be used" + EXPECTED_KEY),
                    warned);
            assertEquals(0, fresh.daysLeft());
        }
    }
}
