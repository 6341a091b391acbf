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
    /** The database cannot be reached, was closed, or is there and cannot do what it is there for: nobody's statement. */
    AWAY,
    /** Anything else: we wrote something wrong. */
    OTHER;

    private static final int MYSQL_DUPLICATE = 1062;
    private static final int H2_DUPLICATE = 23505;
    private static final int MYSQL_ENGINE_ERROR = 1030;

    /**
     * MySQL's deadlock, lock time-out, and a commit that the group refused for another's (then all was rolled back); H2's
     * deadlock, lock time-out and concurrent change of a row.
     */
    private static final Set<Integer> CONTENTION = Set.of(1213, 1205, 3101, 40001, 50200, 90131);

    /** H2 closed in two ways, broken, out of its file, and open elsewhere. */
    private static final Set<Integer> EMBEDDED_ABSENCE = Set.of(90098, 90121, 90067, 90028, 90031, 90020);

    /** It is shutting down or offline, or killed our session; the node of a cluster is not ready. */
    private static final Set<Integer> ABSENCE = Set.of(1047, 1053, 1077, 1079, 1927, 3032, 3168, 3169, 4031);

    /**
     * It may be read and not be written: read_only or super_read_only, read-only mode, a read-only transaction; the group
     * replication's hook before a commit, and its waits for those that went before.
     */
    private static final Set<Integer> READ_ONLY = Set.of(1290, 1836, 1792, 3100, 3796, 3797, 3798, 3799);

    /** An error while committing: whether it was kept is not known. */
    private static final Set<Integer> COMMIT = Set.of(1180);

    /** The disk, the tables' file or the binary log is full, or memory is; 3 is a write that failed. */
    private static final Set<Integer> FULL = Set.of(3, 1021, 1026, 1037, 1041, 1114, 1135, 1598, 1637, 1878);

    /** Nobody more is let in; a statement took longer than the server lets it, or a person ended it. */
    private static final Set<Integer> THIS_ONE_ONLY = Set.of(1040, 1203, 1226, 1317, 1969, 3024);

    private static final String DISK_FULL = "No space left on device";

    public static Fault of(SQLException e) {
        int code = e.getErrorCode();
        if (code == MYSQL_DUPLICATE || code == H2_DUPLICATE) {
            return DUPLICATE;
        }
        if (CONTENTION.contains(code) || "40001".equals(e.getSQLState())) {
            return CONTENDED;
        }
        return isOfTheServer(e)
                        || isGivenUp(e)
                        || FULL.contains(code)
                        || COMMIT.contains(code)
                        || THIS_ONE_ONLY.contains(code)
                ? AWAY
                : OTHER;
    }

    /**
     * Whether it says something of the server, so that no other connection to it is better: it is gone, or is one that
     * takes no writes any more.
     */
    static boolean isOfTheServer(SQLException e) {
        int code = e.getErrorCode();
        if (THIS_ONE_ONLY.contains(code)) {
            return false;
        }
        return ABSENCE.contains(code)
                || EMBEDDED_ABSENCE.contains(code)
                || READ_ONLY.contains(code)
                || isConnection(e)
                || isDiskFull(e);
    }

    private static boolean isConnection(SQLException e) {
        return e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || e.getSQLState() != null && e.getSQLState().startsWith("08");
    }

    /** What the pool says to whoever goes on with a connection that it has taken away behind a fault. */
    private static boolean isGivenUp(SQLException e) {
        return e.getSQLState() == null && e.getErrorCode() == 0 && "Connection is closed".equals(e.getMessage());
    }

    /** H2 has no code of its own for it, MySQL hides it behind its engine's; errno 28 on both. */
    private static boolean isDiskFull(SQLException e) {
        if (e.getErrorCode() == MYSQL_ENGINE_ERROR) {
            return e.getMessage() != null && e.getMessage().matches("(?s).*(error|errno:?) 28\\b.*");
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && cause.getMessage().contains(DISK_FULL)) {
                return true;
            }
        }
        return false;
    }

    /** The exception to throw for it. @param purpose what the statement was for, as {@code add a capture} */
    public static RuntimeException translate(String purpose, SQLException e) {
        Fault fault = of(e);
        return fault == AWAY ? DatabaseUnavailable.during(purpose, e) : new StatementFailed(purpose, fault, e);
    }
}
