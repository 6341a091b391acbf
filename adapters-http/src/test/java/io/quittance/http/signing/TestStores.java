package io.quittance.http.signing;

import io.quittance.domain.text.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** PKCS#12 stores, made and judged without the code under test. */
final class TestStores {
    private TestStores() {}

    /** @param certified the pair whose public key the certificate shows; as a rule the same */
    static Path pkcs12(Path file, String alias, KeyPair pair, KeyPair certified, String password) {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    alias, pair.getPrivate(), password.toCharArray(), new Certificate[] {certificate(certified)});
            store.store(out, password.toCharArray());
            return file;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Certificate certificate(KeyPair pair) throws GeneralSecurityException {
        X500Principal name = new X500Principal("CN=test");
        Instant now = Instant.now();
        try {
            String algorithm = pair.getPublic().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            return new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    name,
                                    BigInteger.ONE,
                                    Date.from(now),
                                    Date.from(now.plus(1, ChronoUnit.DAYS)),
                                    name,
                                    pair.getPublic())
                            .build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    static boolean verifies(PublicKey key, Bytes body, String sign) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA", "SunRsaSign");
            signature.initVerify(key);
            signature.update(body.toArray());
            return signature.verify(Base64.getDecoder().decode(sign));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
