package io.quittance.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.store.Given;
import io.quittance.persistence.store.NeedsMySql;
import java.io.EOFException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Why a database server cannot be used")
class RefusalsTest {
    private static DatabaseUnavailable refusal(String url, String user, String password) {
        return assertThrows(
                DatabaseUnavailable.class,
                () -> Database.open(new DatabaseSettings(url, user, password)).close());
    }

    private static String with(DatabaseSettings there, String option) {
        return there.url() + (there.url().contains("?") ? "&" : "?") + option;
    }

    @Test
    void is_no_lack_of_trust_where_the_connection_broke_while_it_was_made() {
        SSLHandshakeException broken = new SSLHandshakeException("Remote host terminated the handshake");
        broken.initCause(new EOFException("SSL peer shut down incorrectly"));
        SQLException link = new SQLNonTransientConnectionException("Communications link failure", "08S01", broken);

        DatabaseUnavailable refusal =
                Refusals.unavailable(new DatabaseSettings("jdbc:mysql://db:3306/q", "q", ""), link);

        assertTrue(refusal.getMessage().startsWith("No database answers at mysql://db:3306/q"), refusal.getMessage());
        assertTrue(refusal.isPassing());
    }

    @Test
    void is_told_where_it_takes_connections_with_tls_only() {
        SQLException wants = new SQLException(
                "Connections using insecure transport are prohibited while --require_secure_transport=ON.",
                "HY000",
                3159);

        DatabaseUnavailable refusal =
                Refusals.unavailable(new DatabaseSettings("jdbc:mysql://db:3306/q", "q", ""), wants);

        assertEquals(
                "The server of the database mysql://db:3306/q takes connections with TLS only: set sslMode=REQUIRED in"
                        + " QUITTANCE_DB_URL.",
                refusal.getMessage());
    }

    /** Neither server tells a user without rights on a database whether it is there. */
    private static void isToldToUsersWithoutRights(DatabaseSettings there) throws SQLException {
        String user = newUser();
        String base = with(there, "").replaceAll("([?&])(user|password)=[^&]*", "$1");
        String missing = base.replaceFirst("(//[^/]*/)[^?]*", "$1none_of_that_name");
        try (Connection connection = DriverManager.getConnection(there.url());
                Statement sql = connection.createStatement()) {
            sql.execute("create user '" + user + "'@'%' identified by 's3cret'");
            try {
                for (String url : List.of(base, missing)) {
                    DatabaseUnavailable refusal = refusal(url, user, "s3cret");

                    assertEquals(
                            "There is no database " + new DatabaseSettings(url, "", "").where()
                                    + ", or this user may not use it: the server does not tell which. Create it (create"
                                    + " database ...), and grant the user all rights on it.",
                            refusal.getMessage());
                    assertFalse(refusal.isPassing());
                }
            } finally {
                sql.execute("drop user '" + user + "'@'%'");
            }
        }
    }

    private static String newUser() {
        String user = "u" + Given.unique("").replaceAll("[^a-zA-Z0-9]", "");
        return user.substring(0, Math.min(30, user.length()));
    }

    @Nested
    class On_MariaDb {
        @Test
        void is_told_where_it_is_not_there_or_its_user_has_no_rights() throws SQLException {
            isToldToUsersWithoutRights(TestDatabases.mariaDb());
        }

        @Test
        void is_told_where_it_has_no_tls_and_we_want_it() {
            DatabaseUnavailable refusal = refusal(with(TestDatabases.mariaDb(), "sslMode=REQUIRED"), "", "");

            assertTrue(refusal.getMessage().startsWith("There is no TLS between us and"), refusal.getMessage());
            assertFalse(refusal.isPassing());
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql {
        private final DatabaseSettings there = TestDatabases.external().orElseThrow();

        @Test
        void is_told_where_it_is_not_there_or_its_user_has_no_rights() throws SQLException {
            isToldToUsersWithoutRights(there);
        }

        @Test
        void is_told_where_its_certificate_is_not_trusted() {
            DatabaseUnavailable refusal = refusal(with(there, "sslMode=VERIFY_CA"), "", "");

            assertTrue(refusal.getMessage().startsWith("There is no TLS between us and"), refusal.getMessage());
            assertTrue(refusal.getMessage().contains("trust anchors"), refusal.getMessage());
            assertFalse(refusal.isPassing());
        }

        /** The server remembers a password that came once; a new user's it has not heard. */
        @Test
        void is_told_where_it_wants_its_key_to_be_asked_for() throws SQLException {
            String user = newUser();
            String open = with(there, "sslMode=DISABLED").replaceAll("([?&])(user|password)=[^&]*", "$1");
            try (Connection connection = DriverManager.getConnection(there.url());
                    Statement sql = connection.createStatement()) {
                sql.execute("create user '" + user + "'@'%' identified with caching_sha2_password by 's3cret'");
                try {
                    DatabaseUnavailable refusal = refusal(open, user, "s3cret");

                    assertTrue(refusal.getMessage().contains("allowPublicKeyRetrieval=true"), refusal.getMessage());
                    assertFalse(refusal.getMessage().contains("s3cret"), refusal.getMessage());
                    assertFalse(refusal.isPassing());
                } finally {
                    sql.execute("drop user '" + user + "'@'%'");
                }
            }
        }
    }
}
