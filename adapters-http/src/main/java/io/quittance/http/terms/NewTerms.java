package io.quittance.http.terms;

import io.quittance.domain.text.Flaw;
import io.quittance.domain.text.ProtocolText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/**
 * Certificates and their keys that a person registers for calls out, judged when that is done. What is refused is refused by an
 * {@link IllegalArgumentException} with what is wrong and what was expected, without a byte of a key.
 */
public final class NewTerms {
    /** Certificates in one text at most. */
    static final int MOST = 32;

    private static final String EXPECTED_AUTHORITIES = "certificates of CAs in PEM, " + MOST + " at most";
    private static final String EXPECTED_CHAIN =
            "certificates in PEM, our own first, then those that vouch for it in turn";
    private static final String EXPECTED_KEY =
            "one private key in PEM, not encrypted: RSA of at least 2048 bits, or EC on P-256, P-384 or P-521";
    private static final String FOR_CLIENTS = "1.3.6.1.5.5.7.3.2";
    private static final String FOR_ALL = "2.5.29.37.0";
    private static final int LEAST_BITS = 2048;
    private static final Pattern ARMOURED = Pattern.compile(
            "-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----[^-]*-----END (?:X509 |TRUSTED )?CERTIFICATE-----");

    private NewTerms() {}

    /** Who is to vouch for the other side. */
    public static List<X509Certificate> authorities(String pem, Instant now) {
        List<X509Certificate> all = certificates(pem, EXPECTED_AUTHORITIES);
        for (X509Certificate one : all) {
            if (one.getBasicConstraints() < 0) {
                throw refusal("the certificate of " + subject(one) + " is none of a CA", EXPECTED_AUTHORITIES);
            }
            refuseExpired(one, now);
        }
        return all;
    }

    /** What we are to show. */
    public static Shown shown(String certificates, String key, Instant now) {
        List<X509Certificate> chain = certificates(certificates, EXPECTED_CHAIN);
        X509Certificate own = chain.getFirst();
        for (X509Certificate one : chain) {
            refuseExpired(one, now);
        }
        if (own.getNotBefore().toInstant().isAfter(now)) {
            throw refusal(
                    "the certificate of " + subject(own) + " is valid from "
                            + own.getNotBefore().toInstant() + " on",
                    "one that is valid now");
        }
        if (!isForClients(own)) {
            throw refusal(
                    "the certificate of " + subject(own) + " is not for clients",
                    "one whose extended key usage, if it has any, names TLS clients");
        }
        refuseUnlinked(chain);
        refuseWeak(own.getPublicKey());
        PrivateKey secret = privateKey(key, own.getPublicKey());
        if (!Shown.fits(own.getPublicKey(), secret)) {
            throw refusal(
                    "the private key is not that of the certificate of " + subject(own),
                    "the private key of that pair");
        }
        return new Shown(chain, secret);
    }

    private static List<X509Certificate> certificates(String pem, String expected) {
        if (pem.contains("PRIVATE KEY-----")) {
            throw refusal("there is a private key where certificates are wanted", expected);
        }
        List<X509Certificate> all = new ArrayList<>();
        try {
            for (String block :
                    ARMOURED.matcher(pem).results().map(found -> found.group()).toList()) {
                all.add((X509Certificate) CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(block.getBytes(StandardCharsets.US_ASCII))));
            }
        } catch (CertificateException _) {
            throw refusal("certificate " + (all.size() + 1) + " cannot be read", expected);
        }
        if (all.isEmpty() || all.size() > MOST) {
            throw refusal(
                    all.isEmpty() ? "there is no certificate" : "there are " + all.size() + " certificates", expected);
        }
        return all;
    }

    private static void refuseExpired(X509Certificate one, Instant now) {
        Instant until = one.getNotAfter().toInstant();
        if (!until.isAfter(now)) {
            throw refusal("the certificate of " + subject(one) + " has expired on " + until, "one that is valid");
        }
    }

    private static boolean isForClients(X509Certificate own) {
        try {
            List<String> uses = own.getExtendedKeyUsage();
            return uses == null || uses.contains(FOR_CLIENTS) || uses.contains(FOR_ALL);
        } catch (CertificateException _) {
            return false;
        }
    }

    private static void refuseUnlinked(List<X509Certificate> chain) {
        for (int i = 1; i < chain.size(); i++) {
            try {
                chain.get(i - 1).verify(chain.get(i).getPublicKey());
            } catch (GeneralSecurityException _) {
                throw refusal(
                        "the certificate of " + subject(chain.get(i)) + " does not vouch for the one before it",
                        EXPECTED_CHAIN);
            }
        }
    }

    private static void refuseWeak(PublicKey key) {
        boolean taken = switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= LEAST_BITS;
            case ECPublicKey _ -> true;
            default -> false;
        };
        if (!taken) {
            throw refusal("the certificate's key is of another kind or too short", EXPECTED_KEY);
        }
    }

    /** What the key itself does not tell, as its curve, its certificate does. */
    private static PrivateKey privateKey(ASN1Encodable numbers, PublicKey certified) throws IOException {
        AlgorithmIdentifier kind =
                SubjectPublicKeyInfo.getInstance(certified.getEncoded()).getAlgorithm();
        try {
            return KeyFactory.getInstance(certified.getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(new PrivateKeyInfo(kind, numbers).getEncoded()));
        } catch (GeneralSecurityException _) {
            throw refusal("the private key is of another kind than the certificate's", EXPECTED_KEY);
        }
    }

    private static PrivateKey privateKey(String pem, PublicKey certified) {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
                switch (block) {
                    case PKCS8EncryptedPrivateKeyInfo _ -> throw refusal("the private key is encrypted", EXPECTED_KEY);
                    case PEMEncryptedKeyPair _ -> throw refusal("the private key is encrypted", EXPECTED_KEY);
                    case PrivateKeyInfo info -> {
                        return privateKey(info.parsePrivateKey(), certified);
                    }
                    case PEMKeyPair pair -> {
                        return privateKey(pair.getPrivateKeyInfo().parsePrivateKey(), certified);
                    }
                    default -> {
                        // Parameters of a curve, or a certificate: the key comes behind.
                    }
                }
            }
        } catch (IOException _) {
            throw refusal("the private key cannot be read", EXPECTED_KEY);
        }
        throw refusal("there is no private key", EXPECTED_KEY);
    }

    /** In one line, as it may be shown and kept. */
    static String subject(X509Certificate one) {
        return ProtocolText.excerpt(one.getSubjectX500Principal().getName());
    }

    private static IllegalArgumentException refusal(String what, String expected) {
        return new IllegalArgumentException(new Flaw(what, expected).toString());
    }
}
