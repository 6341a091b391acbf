package io.quittance.http.terms;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A certificate as it is shown to persons.
 *
 * @param use {@code authority}, which vouches for the other side, or {@code shown}, which we show
 * @param subject whom it is for, in one line
 * @param fingerprint SHA-256 of the whole certificate, 64 hexadecimal characters, as {@code openssl x509 -fingerprint -sha256} tells it
 * @param until when it ends to be valid
 */
public record CertificateCard(String use, String subject, String fingerprint, Instant until) {
    public CertificateCard {
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(until, "until");
    }

    /** @param use as above */
    public static CertificateCard of(String use, X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return new CertificateCard(
                    use,
                    NewTerms.subject(certificate),
                    HexFormat.of().formatHex(digest),
                    certificate.getNotAfter().toInstant());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read cannot be written", e);
        }
    }

    /** In few words, for what is kept of a change. */
    public String words() {
        return subject + " (" + fingerprint.substring(0, 16) + ", until " + until + ")";
    }
}
