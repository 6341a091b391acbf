package io.quittance.persistence.encryption;

/** A stored body cannot be decrypted: this instance holds another key, or the bytes or their place were changed. */
public final class BodyUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    BodyUnreadable(String message) {
        super(message);
    }
}
