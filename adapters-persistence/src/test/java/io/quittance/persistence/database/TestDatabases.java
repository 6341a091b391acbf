package io.quittance.persistence.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Databases for tests, each fresh and empty: an H2, the newest and the oldest MariaDB that the build brings along and
 * starts once, and the server that {@code QUITTANCE_TEST_DB_URL} names. What was made on servers is dropped when the JVM ends.
 */
public final class TestDatabases {
    /** A JDBC URL, with user and password as parameters if it needs any; the user must be allowed to create databases. */
    public static final String EXTERNAL = "QUITTANCE_TEST_DB_URL";

    /** By which the build runs the contract suites a second time. */
    private static final String MARIADB = "quittance.test.mariadb";

    private static final AtomicInteger MADE = new AtomicInteger();
    private static final String RUN =
            "quittance_test_" + Long.toString(ProcessHandle.current().pid(), 36);

    private TestDatabases() {}

    /** A new H2 in memory; it lives until the JVM ends. */
    public static DatabaseSettings h2InMemory() {
        return new DatabaseSettings("jdbc:h2:mem:" + name() + ";DB_CLOSE_DELAY=-1", "quittance", "");
    }

    /** The embedded database as it is used by default, in files of that folder. */
    public static DatabaseSettings h2File(Path folder) {
        return DatabaseSettings.embedded(folder);
    }

    /** A new database on a real MariaDB of this build: the newest, or the oldest if {@value #MARIADB} says so. */
    public static DatabaseSettings mariaDb() {
        return "oldest".equals(System.getProperty(MARIADB)) ? oldestMariaDb() : mariaDb(MariaDbServer.newest());
    }

    /** A new database on the oldest MariaDB that we promise to run on; only if {@link #hasOldestMariaDb} says so. */
    public static DatabaseSettings oldestMariaDb() {
        return mariaDb(MariaDbServer.oldest());
    }

    /** Whether the build has brought the oldest MariaDB along. */
    public static boolean hasOldestMariaDb() {
        return MariaDbServer.hasOldest();
    }

    private static DatabaseSettings mariaDb(int port) {
        return fresh("jdbc:mysql://127.0.0.1:" + port + "/", name(), "?user=quittance&password=test");
    }

    /** Whether there is a server to make {@link #external} databases on. */
    public static boolean hasExternal() {
        return externalUrl().isPresent();
    }

    private static Optional<String> externalUrl() {
        return Optional.ofNullable(System.getenv(EXTERNAL)).filter(url -> !url.isBlank());
    }

    /** A new database on the server named by {@value #EXTERNAL}; empty if none is named. */
    public static Optional<DatabaseSettings> external() {
        return externalUrl().map(url -> {
            int options = url.indexOf('?');
            String place = options < 0 ? url : url.substring(0, options);
            String server = new DatabaseSettings(place, "", "").url();
            String root = server.substring(0, server.indexOf('/', "jdbc:mysql://".length()) + 1);
            String user = options < 0 ? "" : url.substring(options);
            String name = name();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> run(root + user, "drop database if exists " + name)));
            return fresh(root, name, user);
        });
    }

    private static String name() {
        return RUN + "_" + MADE.incrementAndGet();
    }

    private static DatabaseSettings fresh(String server, String name, String options) {
        run(server + options, "create database if not exists " + name);
        return new DatabaseSettings(server + name + options, "", "");
    }

    private static void run(String url, String statement) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("could not " + statement, e);
        }
    }
}
