package io.quittance.persistence.database;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.store.Given;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.merchant.AppId;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The database")
class DatabaseTest {
    private static DatabaseUnavailable refusal(DatabaseSettings settings) {
        return assertThrows(
                DatabaseUnavailable.class, () -> Database.open(settings).close());
    }

    private static String sentence(String url, String user, String password) {
        return refusal(new DatabaseSettings(url, user, password)).getMessage();
    }

    @Nested
    class That_is_embedded {
        @Test
        void keeps_what_was_written_when_it_is_opened_again(@TempDir Path folder) {
            Capture capture;
            try (JdbcStore store = JdbcStore.open(TestDatabases.h2File(folder))) {
                capture = GivenOperations.kept(store);
            }

            try (JdbcStore store = JdbcStore.open(TestDatabases.h2File(folder))) {
                assertEquals(Optional.of(capture), store.operations().find(capture.id()));
            }
        }

        @Test
        void tells_a_second_process_that_it_is_in_use(@TempDir Path folder) throws IOException {
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            HoldsDatabase.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader said = other.inputReader()) {
                String where = "h2:file:" + folder.toAbsolutePath().resolve("quittance");
                assertEquals(HoldsDatabase.HELD + " " + where, said.readLine());

                String sentence = refusal(DatabaseSettings.embedded(folder)).getMessage();

                assertEquals(
                        "The database " + where + " is in use by another process, and the embedded database serves"
                                + " one only: stop the other one, or use a MySQL (QUITTANCE_DB_URL).",
                        sentence);
                assertFalse(Files.exists(folder.resolve("quittance.trace.db")), "a file of H2's own log");
            } finally {
                other.destroyForcibly();
            }
        }

        @Test
        void says_when_the_password_is_wrong(@TempDir Path folder) {
            Database.open(DatabaseSettings.embedded(folder)).close();

            String sentence = sentence(DatabaseSettings.embedded(folder).url(), "quittance", "s3cret");

            assertTrue(sentence.contains("refuses the user or the password"), sentence);
            assertFalse(sentence.contains("s3cret"), sentence);
        }

        @Test
        void may_be_in_a_folder_with_a_strange_name(@TempDir Path folder) {
            Path strange = folder.resolve("a b=c?d");

            try (Database database = Database.open(DatabaseSettings.embedded(strange))) {
                assertTrue(answers(database));
                assertEquals("h2:file:" + strange.resolve("quittance"), database.where());
            }
        }

        @Test
        void says_when_it_cannot_be_in_that_folder(@TempDir Path folder) {
            Path options = folder.resolve("a;MODE=Oracle");

            assertThrows(DatabaseUnavailable.class, () -> DatabaseSettings.embedded(options));
        }
    }

    interface OnServer {
        /** A new one. */
        DatabaseSettings settings();

        @Test
        default void answers_until_it_is_closed() {
            Database database = Database.open(settings());
            assertTrue(answers(database));

            database.close();

            assertFalse(answers(database));
            assertThrows(
                    DatabaseUnavailable.class,
                    () -> database.sql().first("ask", "select 1 as one", cells -> cells.integer("one")));
        }

        /** Merchants are read over connections that the framework takes. */
        @Test
        default void is_away_for_the_framework_as_well() {
            JdbcStore store = JdbcStore.open(settings());
            store.database().close();

            assertThrows(DatabaseUnavailable.class, () -> store.merchants().byApp(new AppId("shop")));

            store.context().close();
        }

        @Test
        default void is_also_found_under_the_name_of_mariadb() {
            String url = settings().url().replace("jdbc:mysql:", "jdbc:mariadb:");

            try (Database database = Database.open(new DatabaseSettings(url, "", ""))) {
                assertTrue(answers(database));
            }
        }

        @Test
        default void counts_changes_and_tells_time_as_we_rely_on_whatever_the_url_says() {
            String url = settings().url();
            String options = "useAffectedRows=false&connectionTimeZone=Asia/Tokyo&sessionVariables=sql_mode=''";
            String other = url + (url.contains("?") ? "&" : "?") + options;

            try (Database database = Database.open(new DatabaseSettings(other, "", ""))) {
                String same = "update shard set epoch = epoch where shard = 1";
                assertEquals(0, database.sql().change("change nothing", same));
            }
        }

        @Test
        default void says_when_the_password_is_wrong() {
            String url = settings().url().replaceAll("\\?.*", "");

            String sentence = sentence(url, "nobody-" + Given.unique(""), "s3cret");

            assertEquals(
                    "The database " + url.substring("jdbc:".length()) + " refuses the user or the password"
                            + " (QUITTANCE_DB_USER, QUITTANCE_DB_PASSWORD).",
                    sentence);
        }

        @Test
        default void says_when_there_is_no_such_database() {
            DatabaseSettings there = settings();
            DatabaseSettings none = new DatabaseSettings(there.url().replaceFirst("quittance_test_", "no_"), "", "");

            assertEquals(
                    "The server answers, but has no database " + none.where()
                            + ": create it first (create database ...), or correct its name (QUITTANCE_DB_URL).",
                    refusal(none).getMessage());
        }
    }

    @Nested
    class On_MariaDb implements OnServer {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.mariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements OnServer {
        @Override
        public DatabaseSettings settings() {
            return TestDatabases.external().orElseThrow();
        }
    }

    @Nested
    class In_a_damaged_file {
        private static final int HEADERS = 8_192;

        @TempDir
        private Path folder;

        private void says_so(byte[] content) throws IOException {
            Path file = Files.write(folder.resolve("quittance.mv.db"), content);

            assertEquals(
                    "The file " + file
                            + " of the embedded database cannot be read: it is damaged, or its disk is, or this"
                            + " user may not use it. If it is damaged, keep it, and put the copy of your backup in its"
                            + " place.",
                    assertThrows(DatabaseUnavailable.class, () -> Database.open(TestDatabases.h2File(folder)))
                            .getMessage());
            assertArrayEquals(content, Files.readAllBytes(file));
        }

        @Test
        void says_so_and_leaves_it_as_it_is() throws IOException {
            Database.open(TestDatabases.h2File(folder)).close();
            byte[] sound = Files.readAllBytes(folder.resolve("quittance.mv.db"));
            byte[] beheaded = sound.clone();
            Arrays.fill(beheaded, 0, HEADERS, (byte) 0);

            says_so(beheaded);
            says_so(Arrays.copyOf(sound, 100));
            says_so("no database at all".repeat(1_000).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Nested
    class That_is_not_there {
        @Test
        void is_named_without_the_password() {
            String url = "jdbc:mysql://joe:hush@127.0.0.1:1/quittance?password=s3cret&user=joe";

            assertEquals(
                    "No database answers at mysql://127.0.0.1:1/quittance: is it running, and is the address right"
                            + " (QUITTANCE_DB_URL)?",
                    sentence(url, "", ""));
        }

        @Test
        void is_named_when_nobody_knows_its_host() {
            String sentence = sentence("jdbc:mariadb://nowhere.invalid/quittance", "joe", "s3cret");

            assertTrue(sentence.startsWith("No database answers at mysql://nowhere.invalid/quittance"), sentence);
        }

        @Test
        void is_refused_when_it_is_of_another_kind() {
            String sentence = assertThrows(
                            DatabaseUnavailable.class,
                            () -> new DatabaseSettings("jdbc:postgresql://joe:hush@host/quittance", "", ""))
                    .getMessage();

            assertTrue(sentence.startsWith("QUITTANCE_DB_URL begins with 'jdbc:postgresql:'"), sentence);
            assertFalse(sentence.contains("hush"), sentence);
        }
    }

    @Test
    void never_shows_a_password_when_its_settings_are_printed() {
        String url = "jdbc:mysql://joe:hush@host:3306/quittance?password=s3cret";

        assertEquals(
                "DatabaseSettings[mysql://host:3306/quittance]", new DatabaseSettings(url, "joe", "s3cret").toString());
    }

    /** Whether a connection can be had and used now. */
    private static boolean answers(Database database) {
        try (Connection connection = database.dataSource().getConnection()) {
            return connection.isValid(3);
        } catch (SQLException e) {
            return false;
        }
    }
}
