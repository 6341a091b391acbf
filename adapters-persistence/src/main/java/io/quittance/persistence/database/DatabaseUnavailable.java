package io.quittance.persistence.database;

import io.quittance.application.transaction.StoreUnavailable;
import java.sql.SQLException;

/** There is no database to talk to now. The message is one sentence for the person who runs the gateway. */
public final class DatabaseUnavailable extends StoreUnavailable {
    private static final long serialVersionUID = 1;

    private final boolean passing;

    public DatabaseUnavailable(String sentence, Throwable cause) {
        this(sentence, cause, false);
    }

    /** @param passing whether it may pass without anybody doing anything */
    DatabaseUnavailable(String sentence, Throwable cause, boolean passing) {
        super(sentence, cause);
        this.passing = passing;
    }

    /** Whether it is worth to try again. */
    boolean isPassing() {
        return passing;
    }

    /** @param purpose what failed, in words that follow "could not" */
    static DatabaseUnavailable during(String purpose, SQLException e) {
        return new DatabaseUnavailable(
                "The database is not available: could not " + purpose + " (" + reason(e) + ").", e, true);
    }

    /** The innermost: what wraps it only says that there was one. */
    static String reason(Throwable e) {
        return e.getCause() == null ? Refusals.line(e.getMessage()) : reason(e.getCause());
    }
}
