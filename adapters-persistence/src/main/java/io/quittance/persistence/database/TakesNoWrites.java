package io.quittance.persistence.database;

import java.sql.SQLTransientConnectionException;

/** No server takes writes now: it is a secondary of its group, was made read-only, or is not ready. */
final class TakesNoWrites extends SQLTransientConnectionException {
    private static final long serialVersionUID = 1;

    /** @param why as {@code super_read_only is ON}; of several servers, each with its name */
    TakesNoWrites(String why) {
        super(why);
    }
}
