package io.quittance.http.terms;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * On which terms a person wants somebody met over TLS, as text; what is left out stays as it is.
 *
 * @param authorities who is to vouch for the other side, in PEM; empty text for those whom every Java believes
 * @param certificate what we show there, in PEM; empty text for nothing
 * @param privateKey of that certificate
 */
public record TermsWish(Optional<String> authorities, Optional<String> certificate, Optional<String> privateKey) {
    public TermsWish {
        Objects.requireNonNull(authorities, "authorities");
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(privateKey, "privateKey");
    }

    public boolean isEmpty() {
        return authorities.isEmpty() && certificate.isEmpty() && privateKey.isEmpty();
    }

    /** @throws IllegalArgumentException naming what cannot be used and what was expected, without a byte of a key */
    public TlsTerms applied(TlsTerms before, Instant now) {
        TlsTerms next = authorities
                .map(pem ->
                        before.believing(pem.isEmpty() ? List.of() : named("CA", () -> NewTerms.authorities(pem, now))))
                .orElse(before);
        if (certificate.isEmpty() && privateKey.isEmpty()) {
            return next;
        }
        String shown = certificate.orElse("");
        String key = privateKey.orElse("");
        if (shown.isEmpty() != key.isEmpty()) {
            throw new IllegalArgumentException("client certificate: " + (key.isEmpty() ? "its key" : "it")
                    + " is missing (expected: a certificate and its private key, or none of both)");
        }
        return next.showing(
                shown.isEmpty()
                        ? Optional.empty()
                        : Optional.of(named("client certificate", () -> NewTerms.shown(shown, key, now))));
    }

    private static <T> T named(String what, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(what + ": " + e.getMessage(), e);
        }
    }

    /** Never shows a key. */
    @Override
    public String toString() {
        return "TermsWish[]";
    }
}
