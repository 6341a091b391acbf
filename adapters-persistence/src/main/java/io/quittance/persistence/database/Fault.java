package io.quittance.persistence.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** What an SQL error means, whichever database says it. */
public enum Fault {
    /** A unique key has that value already. */
    DUPLICATE,
    /** A deadlock, or a lock that did not come in time: the whole transaction may run again. */
    CONTENDED,
    /** The database cannot be reached, or was closed. */
    AWAY,
    /** Anything else: we wrote something wrong. */
    OTHER;

    private static final int MYSQL_DUPLICATE = 1062;
    private static final int H2_DUPLICATE = 23505;
    /** MySQL's deadlock and lock time-out; H2's deadlock, lock time-out and concurrent change of a row. */
    private static final Set<Integer> CONTENTION = Set.of(1213, 1205, 40001, 50200, 90131);
    /** MySQL shutting down; H2 closed in two ways, broken, out of its file, and open elsewhere. */
    private static final Set<Integer> ABSENCE = Set.of(1053, 90098, 90121, 90067, 90028, 90031, 90020);

    public static Fault of(SQLException e) {
        int code = e.getErrorCode();
        if (code == MYSQL_DUPLICATE || code == H2_DUPLICATE) {
            return DUPLICATE;
        }
        if (CONTENTION.contains(code) || "40001".equals(e.getSQLState())) {
            return CONTENDED;
        }
        if (ABSENCE.contains(code)
                || e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || e.getSQLState() != null && e.getSQLState().startsWith("08")) {
            return AWAY;
        }
        return OTHER;
    }

    /** The exception to throw for it. @param purpose what the statement was for, as {@code add a capture} */
    public static RuntimeException translate(String purpose, SQLException e) {
        Fault fault = of(e);
        return fault == AWAY ? DatabaseUnavailable.during(purpose, e) : new StatementFailed(purpose, fault, e);
    }
}
