package io.quittance.http.tls;

/** A certificate and its key cannot be served; the message is a sentence with what is wrong and what was expected. */
public final class TlsFault extends Exception {
    private static final long serialVersionUID = 1L;

    TlsFault(String message) {
        super(message, null, false, false);
    }
}
