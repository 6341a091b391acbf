package io.quittance.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What an SQL error means")
class FaultTest {
    /** As the servers and Connector/J say it; "server" where no other connection to that server is any better. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        1290  | HY000 | AWAY      | server | The MySQL server is running with the --super-read-only option
        1836  | HY000 | AWAY      | server | Running in read-only mode
        1792  | 25006 | AWAY      | server | Cannot execute statement in a READ ONLY transaction.
        3100  | HY000 | AWAY      | server | Error on observer while running replication hook 'before_commit'.
        3796  | HY000 | AWAY      | server | The option group_replication_consistency cannot be used
        3797  | HY000 | AWAY      | server | Error while waiting for transactions with BEFORE to commit
        3798  | HY000 | AWAY      | server | Error while waiting for transactions with AFTER to commit
        3799  | HY000 | AWAY      | server | Transaction cannot begin
        1047  | 08S01 | AWAY      | server | WSREP has not yet prepared node for application use
        1053  | 08S01 | AWAY      | server | Server shutdown in progress
        1927  | 70100 | AWAY      | server | Connection was killed
        3032  | HY000 | AWAY      | server | The server is currently in offline mode
        3168  | HY000 | AWAY      | server | Server isn't available
        3169  | HY000 | AWAY      | server | Session was killed
        4031  | HY000 | AWAY      | server | The client was disconnected by the server because of inactivity
        2006  | 08S01 | AWAY      | server | MySQL server has gone away
        2013  | 08S01 | AWAY      | server | Lost connection to MySQL server during query
        0     | 08S01 | AWAY      | server | Communications link failure
        0     | 08003 | AWAY      | server | No operations allowed after connection closed.
        0     |       | AWAY      | one    | Connection is closed
        90098 | 90098 | AWAY      | server | The database has been closed
        90121 | 90121 | AWAY      | server | Database is already closed
        90067 | 90067 | AWAY      | server | Connection is broken
        90028 | 90028 | AWAY      | server | IO Exception
        90031 | 90031 | AWAY      | server | IO Exception
        90020 | 90020 | AWAY      | server | Database may be already in use
        1030  | HY000 | AWAY      | server | Got error 28 - 'No space left on device' from storage engine
        1030  | HY000 | AWAY      | server | Got error 28 "No space left on device" from storage engine InnoDB
        1021  | HY000 | AWAY      | one    | Disk full (/tmp/#sql); waiting for someone to free some space...
        1114  | HY000 | AWAY      | one    | The table 'journal' is full
        1026  | HY000 | AWAY      | one    | Error writing file
        3     | HY000 | AWAY      | one    | Error writing file './binlog' (errno: 28 - No space)
        1598  | HY000 | AWAY      | one    | Binary logging not possible
        1037  | HY001 | AWAY      | one    | Out of memory; restart server
        1041  | HY000 | AWAY      | one    | Out of memory
        1135  | HY000 | AWAY      | one    | Can't create a new thread
        1637  | HY000 | AWAY      | one    | Too many active concurrent transactions
        1878  | HY000 | AWAY      | one    | Temporary file write failure.
        1180  | HY000 | AWAY      | one    | Got error 149 during COMMIT
        1040  | 08004 | AWAY      | one    | Too many connections
        1203  | 42000 | AWAY      | one    | User already has more than 'max_user_connections' active connections
        1226  | 42000 | AWAY      | one    | User has exceeded the 'max_user_connections' resource
        3024  | HY000 | AWAY      | one    | Query execution was interrupted, maximum statement execution time exceeded
        1317  | 70100 | AWAY      | one    | Query execution was interrupted
        1969  | 70100 | AWAY      | one    | Query execution was interrupted (max_statement_time exceeded)
        1062  | 23000 | DUPLICATE | one    | Duplicate entry 'a' for key 'uk_capture'
        23505 | 23505 | DUPLICATE | one    | Unique index or primary key violation
        1213  | 40001 | CONTENDED | one    | Deadlock found when trying to get lock
        1205  | 41000 | CONTENDED | one    | Lock wait timeout exceeded
        3101  | 40000 | CONTENDED | one    | Plugin instructed the server to rollback the current transaction.
        40001 | 40001 | CONTENDED | one    | Deadlock detected
        50200 | HYT00 | CONTENDED | one    | Timeout trying to lock table
        90131 | 90131 | CONTENDED | one    | Concurrent update in table
        1030  | HY000 | OTHER     | one    | Got error 168 - 'Unknown (generic) error from engine' from storage engine
        1030  | HY000 | OTHER     | one    | Got error 128 from storage engine
        1064  | 42000 | OTHER     | one    | You have an error in your SQL syntax
        1146  | 42S02 | OTHER     | one    | Table 'quittance.capture' doesn't exist
        1054  | 42S22 | OTHER     | one    | Unknown column
        1406  | 22001 | OTHER     | one    | Data too long for column
        42102 | 42S02 | OTHER     | one    | Table not found
        """)
    void is_known_of_each_code(int code, String state, Fault expected, String of, String message) {
        SQLException e = new SQLException(message, state, code);

        assertEquals(expected, Fault.of(e));
        assertEquals(of.equals("server"), Fault.isOfTheServer(e));
    }

    @Test
    void is_that_the_database_is_away_for_whatever_the_driver_calls_a_connections_end() {
        assertEquals(Fault.AWAY, Fault.of(new SQLTransientConnectionException("timed out")));
        assertEquals(Fault.AWAY, Fault.of(new SQLNonTransientConnectionException("closed")));
        assertEquals(Fault.AWAY, Fault.of(new TakesNoWrites("read_only is ON")));
    }

    @Test
    void is_that_the_database_is_away_where_its_disk_is_full_behind_a_general_error() {
        IOException full = new IOException("No space left on device");
        SQLException general =
                new SQLException("General error", "HY000", 50000, new IllegalStateException("Writing failed", full));

        assertEquals(Fault.AWAY, Fault.of(general));
        assertInstanceOf(DatabaseUnavailable.class, Fault.translate("add a capture", general));
    }
}
