package io.quittance.http.outbound;

import io.quittance.domain.text.ProtocolText;
import io.quittance.http.terms.TlsTerms;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Faults of the network in words for a person. They may name the host, never the path or what was sent. */
final class Faults {
    private static final int MAX_MESSAGE = 160;

    private Faults() {}

    static String say(IOException fault, PostLimits limits, TlsTerms terms, boolean begun) {
        return switch (fault) {
            case GuardedNames.Refused refused -> refused(refused.getMessage());
            case ProxiedSockets.Failed proxy -> message(proxy);
            case UnknownHostException unknown -> "unknown host " + message(unknown);
            case SocketTimeoutException _ when !begun -> "no connection within " + PostLimits.say(limits.connect());
            case SocketTimeoutException _ -> "no answer within " + PostLimits.say(limits.exchange());
            case SSLException tls -> "TLS: " + TlsFaults.say(tls, terms).orElseGet(() -> message(tls));
            case NoHttpResponseException _ -> "the connection was closed without an answer";
            case ConnectionClosedException _ -> "the answer broke off";
            case MessageConstraintException _ -> "the answer's head is too large";
            case ClientProtocolException _ -> "the answer is not HTTP";
            default -> message(fault);
        };
    }

    /** The guard's own words, whole. */
    static String refused(String why) {
        return "refused: " + why;
    }

    private static String message(IOException fault) {
        String message = fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
        StringBuilder kept = new StringBuilder();
        message.codePoints().limit(MAX_MESSAGE).forEach(kept::appendCodePoint);
        return ProtocolText.printable(kept.toString());
    }
}
