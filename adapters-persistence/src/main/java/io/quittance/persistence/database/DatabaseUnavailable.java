package io.quittance.persistence.database;

import io.quittance.application.transaction.StoreUnavailable;
import java.sql.SQLException;

/** There is no database to talk to now. The message is one sentence for the person who runs the gateway. */
public final class DatabaseUnavailable extends StoreUnavailable {
    private static final long serialVersionUID = 1;

    public DatabaseUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** @param purpose what failed, in words that follow "could not" */
    static DatabaseUnavailable during(String purpose, SQLException e) {
        return new DatabaseUnavailable(
                "The database is not available: could not " + purpose + " (" + reason(e) + ").", e);
    }

    /** The innermost: what wraps it only says that there was one. */
    private static String reason(Throwable e) {
        return e.getCause() == null ? Refusals.line(e.getMessage()) : reason(e.getCause());
    }
}
