package io.quittance.http.tls;

import io.quittance.domain.text.Bytes;
import io.quittance.http.signing.Pem;
import io.quittance.http.terms.Shown;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the public port's certificate and its private key are.
 *
 * @param certificate PEM: the server's own first, then those that vouch for it
 * @param key PEM: PKCS#8 of RSA, EC or Ed25519, or PKCS#1; not encrypted
 */
public record TlsFiles(Path certificate, Path key) {
    public static final String CERTIFICATE = "QUITTANCE_TLS_CERTIFICATE";
    public static final String KEY = "QUITTANCE_TLS_KEY";

    private static final String EXPECTED_CERTIFICATE = "a file with certificates in PEM, the server's own first";
    private static final String EXPECTED_KEY = "a file with one private key in PEM, PKCS#8 or PKCS#1, not encrypted";
    private static final int MAX_BYTES = 1 << 20;
    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    public TlsFiles {
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(key, "key");
    }

    /**
     * What stood in both files, as it was read at one time.
     *
     * @param chain the server's own first
     */
    record Pair(List<X509Certificate> chain, PrivateKey key) {
        Pair {
            chain = List.copyOf(chain);
        }

        X509Certificate own() {
            return chain.getFirst();
        }

        /** Without a password, as it stays in this process. */
        KeyStore keyStore() {
            try {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(null, null);
                store.setKeyEntry("server", key, null, chain.toArray(Certificate[]::new));
                return store;
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException("a pair that was judged cannot be kept", e);
            }
        }

        /** Never shows the key. */
        @Override
        public String toString() {
            return "Pair[" + own().getSubjectX500Principal() + "]";
        }
    }

    /** The bytes of both, to see whether they changed. @throws TlsFault if one cannot be read */
    List<Bytes> content() throws TlsFault {
        return List.of(read(CERTIFICATE, certificate, EXPECTED_CERTIFICATE), read(KEY, key, EXPECTED_KEY));
    }

    /** @throws TlsFault if one cannot be read, or they do not belong together */
    Pair pair(List<Bytes> content) throws TlsFault {
        List<X509Certificate> chain = chain(content.getFirst());
        PublicKey certified = chain.getFirst().getPublicKey();
        PrivateKey secret = secret(content.getLast().asUtf8(), certified);
        if (!Shown.fits(certified, secret)) {
            throw notItsKey();
        }
        return new Pair(chain, secret);
    }

    private TlsFault notItsKey() {
        return new TlsFault(KEY + " names " + key + ", which is not the key of the certificate in " + certificate
                + " (expected: the private key of that pair).");
    }

    /** Reads and judges both, without keeping anything. @throws TlsFault as a sentence */
    public void check() throws TlsFault {
        pair(content());
    }

    private static Bytes read(String setting, Path file, String expected) throws TlsFault {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw fault(setting, file, "is larger than a megabyte", expected);
            }
            return Bytes.of(Files.readAllBytes(file));
        } catch (NoSuchFileException _) {
            throw fault(setting, file, "is not there", expected);
        } catch (IOException e) {
            throw fault(setting, file, "cannot be read (" + e.getClass().getSimpleName() + ")", expected);
        }
    }

    private List<X509Certificate> chain(Bytes pem) throws TlsFault {
        try {
            List<X509Certificate> chain =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(pem.toArray()))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (!chain.isEmpty()) {
                return chain;
            }
        } catch (CertificateException _) {
            throw fault(CERTIFICATE, certificate, "cannot be read as certificates", EXPECTED_CERTIFICATE);
        }
        throw fault(CERTIFICATE, certificate, "holds no certificate", EXPECTED_CERTIFICATE);
    }

    private PrivateKey secret(String pem, PublicKey certified) throws TlsFault {
        Matcher pkcs8 = PKCS8.matcher(pem);
        try {
            return pkcs8.find()
                    ? KeyFactory.getInstance(certified.getAlgorithm())
                            .generatePrivate(new PKCS8EncodedKeySpec(
                                    Base64.getMimeDecoder().decode(pkcs8.group(1))))
                    : Pem.readPrivate(pem);
        } catch (GeneralSecurityException _) {
            throw notItsKey();
        } catch (IllegalArgumentException _) {
            throw fault(KEY, key, "holds no private key that can be used", EXPECTED_KEY);
        }
    }

    private static TlsFault fault(String setting, Path file, String what, String expected) {
        return new TlsFault(setting + " names " + file + ", which " + what + " (expected: " + expected + ").");
    }
}
