package io.quittance.http.terms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A CA that a test makes for itself, and whom it vouches for. */
public final class TestCa {
    private static final char[] PASSWORD = "for this test".toCharArray();

    private final KeyPair keys;
    private final X509Certificate certificate;

    /** What somebody is shown by. */
    public record Pair(X509Certificate certificate, PrivateKey key) {
        public String certificatePem() {
            return pem(certificate);
        }

        public String keyPem() {
            return armoured("PRIVATE KEY", key.getEncoded());
        }

        /** TLS as that side; whoever calls has to show what one of these vouches for, if there are any. */
        public SSLContext serving(X509Certificate... clients) {
            try {
                KeyStore own = store();
                own.setKeyEntry("server", key, PASSWORD, new Certificate[] {certificate});
                KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                managers.init(own, PASSWORD);
                KeyStore believed = store();
                for (X509Certificate one : clients) {
                    believed.setCertificateEntry("ca " + believed.size(), one);
                }
                TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                trust.init(believed);
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(managers.getKeyManagers(), clients.length == 0 ? null : trust.getTrustManagers(), null);
                return context;
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException("the test cannot make a server", e);
            }
        }

        private static KeyStore store() throws GeneralSecurityException, IOException {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, PASSWORD);
            return store;
        }
    }

    public TestCa(String name) {
        keys = keys("RSA", 2048);
        certificate =
                signed(name, name, keys, keys.getPrivate(), Duration.ofMinutes(-5), Duration.ofHours(1), true, null);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public String pem() {
        return pem(certificate);
    }

    /** For a server of that name. */
    public Pair server(String name) {
        return issue(name, "EC", Duration.ofMinutes(-5), Duration.ofHours(1), KeyPurposeId.id_kp_serverAuth);
    }

    /** For a client. @param algorithm RSA or EC */
    public Pair client(String name, String algorithm) {
        return issue(name, algorithm, Duration.ofMinutes(-5), Duration.ofHours(1), KeyPurposeId.id_kp_clientAuth);
    }

    /** @param from and until, from now on */
    public Pair issue(String name, String algorithm, Duration from, Duration until, KeyPurposeId use) {
        KeyPair its = keys(algorithm, algorithm.equals("EC") ? 256 : 2048);
        String issuer = certificate.getSubjectX500Principal().getName();
        return new Pair(
                signed("CN=" + name, issuer, its, keys.getPrivate(), from, until, false, use), its.getPrivate());
    }

    /** For a client with that key. */
    public Pair of(String name, KeyPair its) {
        String issuer = certificate.getSubjectX500Principal().getName();
        return new Pair(
                signed(
                        "CN=" + name,
                        issuer,
                        its,
                        keys.getPrivate(),
                        Duration.ofMinutes(-5),
                        Duration.ofHours(1),
                        false,
                        KeyPurposeId.id_kp_clientAuth),
                its.getPrivate());
    }

    public static KeyPair keys(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (!algorithm.startsWith("Ed")) {
                generator.initialize(size);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    private static X509Certificate signed(
            String subject,
            String issuer,
            KeyPair its,
            PrivateKey by,
            Duration from,
            Duration until,
            boolean ca,
            KeyPurposeId use) {
        Instant now = Instant.now();
        try {
            var builder = new X509v3CertificateBuilder(
                    new X500Name(issuer),
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(now.plus(from)),
                    Date.from(now.plus(until)),
                    new X500Name(subject),
                    SubjectPublicKeyInfo.getInstance(its.getPublic().getEncoded()));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
            if (use != null) {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(use));
                String host = subject.substring("CN=".length());
                int kind = host.matches("[0-9.]+") ? GeneralName.iPAddress : GeneralName.dNSName;
                builder.addExtension(
                        Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(kind, host)));
            }
            var holder = builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(by));
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
        } catch (OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the test cannot make a certificate", e);
        }
    }

    /** Several in one text. */
    public static String pem(List<X509Certificate> all) {
        return String.join("", all.stream().map(TestCa::pem).toList());
    }

    private static String pem(X509Certificate one) {
        try {
            return armoured("CERTIFICATE", one.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was made cannot be written", e);
        }
    }

    static String armoured(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + what + "-----\n";
    }
}
