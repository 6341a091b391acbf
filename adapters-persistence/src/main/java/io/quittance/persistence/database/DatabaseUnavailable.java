package io.quittance.persistence.database;

/** There is no database to talk to now. The message is one sentence for the person who runs the gateway. */
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DatabaseUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
