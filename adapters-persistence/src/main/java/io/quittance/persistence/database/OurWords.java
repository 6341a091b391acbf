package io.quittance.persistence.database;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.exceptions.TransactionException;
import java.sql.SQLException;
import java.util.function.Supplier;

/** Says in our words what Micronaut's exceptions say in theirs. */
public final class OurWords {
    private OurWords() {}

    /** @param purpose what the question is for, in words that follow "could not" */
    public static <T> T asking(String purpose, Supplier<T> question) {
        try {
            return question.get();
        } catch (DataAccessException
                | TransactionException
                | ConnectionException
                | CannotGetJdbcConnectionException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql) {
                    throw Fault.translate(purpose, sql);
                }
            }
            throw e;
        }
    }
}
