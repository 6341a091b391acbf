package io.quittance.persistence.database;

import java.sql.SQLException;

/** A statement failed although the database is there. Says what it was for; what was in it stays out of the message. */
public final class StatementFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Fault fault;

    StatementFailed(String purpose, Fault fault, SQLException cause) {
        super(
                "could not " + purpose + " (SQL state " + cause.getSQLState() + ", code " + cause.getErrorCode() + ")",
                cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
