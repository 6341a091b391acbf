package io.quittance.http.outbound;

import io.quittance.http.terms.TlsTerms;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What goes wrong when TLS begins, in words for a person. */
final class TlsFaults {
    private static final Pattern ALERT = Pattern.compile("Received fatal alert: ([a-z_]+)");

    private static final Pattern OTHER_NAME = Pattern.compile("No (name|subject alternative)");

    /** By which the other side says that it does not know us, or not as this (RFC 8446, 6.2). */
    private static final Set<String> ABOUT_US = Set.of(
            "certificate_required",
            "bad_certificate",
            "unsupported_certificate",
            "certificate_revoked",
            "certificate_expired",
            "certificate_unknown",
            "unknown_ca",
            "access_denied");

    private TlsFaults() {}

    /** What is wrong, if we know it better than the library says it. */
    static Optional<String> say(SSLException fault, TlsTerms terms) {
        if (fault instanceof SSLPeerUnverifiedException
                || OTHER_NAME.matcher(fault.getMessage() + "").find()) {
            return Optional.of("its certificate is for another name");
        }
        if (hasCause(fault, CertificateExpiredException.class)) {
            return Optional.of("its certificate, or one that vouches for it, has expired");
        }
        if (hasCause(fault, CertificateNotYetValidException.class)) {
            return Optional.of("its certificate, or one that vouches for it, is not valid yet");
        }
        if (hasCause(fault, CertPathBuilderException.class)) {
            return Optional.of(
                    terms.authorities().isEmpty()
                            ? "its certificate is signed by nobody whom this machine believes"
                            : "its certificate is signed by none of the CAs that are registered for it");
        }
        Optional<String> alert = alert(fault);
        if (alert.filter(ABOUT_US::contains).isPresent()) {
            return Optional.of(aboutUs(terms) + " (" + alert.get() + ")");
        }
        return alert.filter("handshake_failure"::equals)
                .map(name -> "it refuses the handshake, perhaps as " + aboutUs(terms) + " (" + name + ")");
    }

    private static String aboutUs(TlsTerms terms) {
        return terms.shown().isPresent() ? "it does not take our client certificate" : "it wants a client certificate";
    }

    /**
     * Whether the other side has ended the handshake for what we showed, or did not. With TLS 1.3 we hear of that when we have written
     * already; what was written is not read then, as no handshake has ended.
     */
    static boolean refusesUs(SSLException fault) {
        return alert(fault).filter(ABOUT_US::contains).isPresent();
    }

    private static Optional<String> alert(SSLException fault) {
        return Optional.ofNullable(fault.getMessage())
                .map(ALERT::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    private static boolean hasCause(Throwable fault, Class<? extends Throwable> kind) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .limit(16)
                .anyMatch(kind::isInstance);
    }
}
