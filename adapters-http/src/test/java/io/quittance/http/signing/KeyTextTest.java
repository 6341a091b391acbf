package io.quittance.http.signing;

import static io.quittance.http.signing.TestKeys.armoured;
import static io.quittance.http.signing.TestKeys.base64;
import static io.quittance.http.signing.TestKeys.pkcs1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Named.named;

import io.quittance.http.live.Keys;
import java.io.IOException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Date;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v1CertificateBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A key as people have it")
class KeyTextTest {
    private static final PrivateKey SECRET = Keys.MERCHANT.getPrivate();
    private static final PublicKey OPEN = Keys.MERCHANT.getPublic();
    private static final String OPEN_PEM = Pem.writePublic(OPEN);
    private static final String SECRET_PEM = Pem.writePrivate(SECRET);
    private static final String LINE = Pem.oneLine(OPEN);

    private static X500Name name(String name) {
        return new X500Name("CN=" + name);
    }

    private static byte[] certificate(boolean first) {
        SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(OPEN.getEncoded());
        Date from = new Date(0);
        Date to = new Date(1_000);
        try {
            ContentSigner signer = new JcaContentSignerBuilder("SHA256withRSA").build(Keys.NEIGHBOUR.getPrivate());
            return (first
                            ? new X509v1CertificateBuilder(name("ca"), BigInteger.ONE, from, to, name("shop"), key)
                                    .build(signer)
                            : new X509v3CertificateBuilder(name("ca"), BigInteger.ONE, from, to, name("shop"), key)
                                    .build(signer))
                    .getEncoded();
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("the test cannot make a certificate", e);
        }
    }

    static Stream<Named<String>> public_ones() throws IOException {
        return Stream.of(
                named("PEM", OPEN_PEM),
                named("PEM in one line", OPEN_PEM.replace("\n", " ")),
                named("PEM whose line feeds are gone", OPEN_PEM.replace("\n", "")),
                named("\\n written out", OPEN_PEM.replace("\n", "\\n")),
                named("\\r\\n written out", OPEN_PEM.replace("\n", "\\r\\n")),
                named("in quotes, \\n written out", "\"" + OPEN_PEM.replace("\n", "\\n") + "\""),
                named("a byte order mark", "\ufeff" + OPEN_PEM),
                named("CRLF", OPEN_PEM.replace("\n", "\r\n")),
                named("CR alone", OPEN_PEM.replace("\n", "\r")),
                named("indented", OPEN_PEM.replaceAll("(?m)^", "    ")),
                named("hard blanks", OPEN_PEM.replaceAll("(?m)^(?!-)", "\u00a0")),
                named("without its last line feed", OPEN_PEM.strip()),
                named("without its last line", OPEN_PEM.replace("-----END PUBLIC KEY-----\n", "")),
                named("without its first line", OPEN_PEM.replace("-----BEGIN PUBLIC KEY-----\n", "")),
                named("text around the armour", "Hello,\nour key - the new one - is\n" + OPEN_PEM + "\nRegards, Ada\n"),
                named("as 'openssl x509' shows it", "subject=CN = shop\nissuer=CN = ca\n" + OPEN_PEM),
                named(
                        "after one of another kind",
                        armoured(
                                        "PUBLIC KEY",
                                        TestKeys.pair("EC", 256).getPublic().getEncoded())
                                + OPEN_PEM),
                named("one line of base64", LINE),
                named("one line, and a line feed", LINE + "\n"),
                named("one line after a byte order mark", "\ufeff" + LINE),
                named("one line in quotes", "\"" + LINE + "\""),
                named("lines of base64", LINE.replaceAll("(.{76})", "$1\r\n")),
                named("one line without padding", base64(pkcs1(OPEN)).replace("=", "")),
                named("PKCS#1", armoured("RSA PUBLIC KEY", pkcs1(OPEN))),
                named("PKCS#1 under other words", armoured("PUBLIC KEY", pkcs1(OPEN))),
                named("PKCS#1 in one line", base64(pkcs1(OPEN))),
                named("a certificate", armoured("CERTIFICATE", certificate(false))),
                named("a certificate of version 1", armoured("CERTIFICATE", certificate(true))),
                named("a certificate in one line", base64(certificate(false))),
                named(
                        "a certificate before that of its issuer",
                        armoured("CERTIFICATE", certificate(false)) + Pem.writePublic(Keys.NEIGHBOUR.getPublic())));
    }

    @ParameterizedTest
    @MethodSource("public_ones")
    void is_read_if_it_is_public(String text) {
        assertEquals(OPEN, Pem.readPublic(text));
    }

    static Stream<Named<String>> private_ones() {
        return Stream.of(
                named("PKCS#8", SECRET_PEM),
                named("PKCS#8 in one line", SECRET_PEM.replace("\n", " ")),
                named("\\n written out", SECRET_PEM.replace("\n", "\\n")),
                named("a byte order mark and CRLF", "\ufeff" + SECRET_PEM.replace("\n", "\r\n")),
                named("PKCS#1", armoured("RSA PRIVATE KEY", pkcs1(SECRET))),
                named(
                        "PKCS#1 in one line",
                        armoured("RSA PRIVATE KEY", pkcs1(SECRET)).replace("\r\n", "")),
                named("base64 alone", Pem.oneLine(SECRET)),
                named("after a certificate", armoured("CERTIFICATE", certificate(false)) + SECRET_PEM),
                named(
                        "as 'openssl pkcs12' shows it",
                        "Bag Attributes\n    friendlyName: shop\nKey Attributes: <No Attributes>\n" + SECRET_PEM));
    }

    @ParameterizedTest
    @MethodSource("private_ones")
    void is_read_if_it_is_private(String text) {
        assertEquals(SECRET, Pem.readPrivate(text));
    }

    @Test
    void is_not_guessed_where_something_is_lost() {
        String cut = OPEN_PEM.replaceAll("\n.{64}\n", "\n");

        assertThrows(IllegalArgumentException.class, () -> Pem.readPublic(cut));
        assertThrows(IllegalArgumentException.class, () -> Pem.readPublic("our key is " + LINE));
    }
}
