package io.quittance.persistence.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which database, and as whom.
 *
 * @param url a JDBC URL of MySQL, MariaDB or H2
 * @param user may be empty if the URL names one
 * @param password may be empty
 */
public record DatabaseSettings(String url, String user, String password) {
    private static final String MARIADB = "jdbc:mariadb:";
    private static final String MYSQL = "jdbc:mysql:";
    private static final String AUTHORITY = MYSQL + "//";

    /** Not those within the brackets of {@code address=(host=...,port=...)}. */
    private static final Pattern SEVERAL = Pattern.compile(",(?![^(]*\\))");

    private static final String H2 = "jdbc:h2:";
    private static final String H2_FILE = H2 + "file:";

    /**
     * MySQL's connector speaks to both servers, so one driver is enough and one behaviour to know.
     *
     * @throws DatabaseUnavailable if the URL is of another kind
     */
    public DatabaseSettings {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        if (url.startsWith(MARIADB)) {
            url = MYSQL + url.substring(MARIADB.length());
        }
        if (!url.startsWith(MYSQL) && !url.startsWith(H2)) {
            throw new DatabaseUnavailable(
                    "QUITTANCE_DB_URL begins with '" + start(url)
                            + "', but only jdbc:mysql://HOST/DATABASE, jdbc:mariadb://HOST/DATABASE and"
                            + " jdbc:h2:file:PATH are known.",
                    null);
        }
    }

    /**
     * The embedded one, in files of that folder.
     *
     * @throws DatabaseUnavailable if the folder's path has a semicolon, behind which H2 sees options
     */
    public static DatabaseSettings embedded(Path folder) {
        String file = folder.toAbsolutePath().normalize().resolve("quittance").toString();
        if (file.indexOf(';') >= 0) {
            throw new DatabaseUnavailable(
                    "The embedded database cannot be kept in " + folder + ": no semicolon may be in its path.", null);
        }
        return new DatabaseSettings(H2_FILE + file, "quittance", "");
    }

    /** Whether it is H2, which one process only can open. */
    public boolean isEmbedded() {
        return isEmbedded(url);
    }

    static boolean isEmbedded(String url) {
        return url.startsWith(H2);
    }

    /**
     * The URL of each server that ours names, in its order. They are tried by us and not by the driver: of several it takes
     * one that answers, and a secondary answers.
     */
    List<String> servers() {
        String hosts = isEmbedded() ? "" : url.substring(AUTHORITY.length(), url.indexOf('/', AUTHORITY.length()));
        return hosts.contains(",")
                ? SEVERAL.splitAsStream(hosts)
                        .map(host -> AUTHORITY + host + url.substring(AUTHORITY.length() + hosts.length()))
                        .toList()
                : List.of(url);
    }

    /** The servers of such a URL, without what may be secret. */
    static String host(String url) {
        return withoutUsers(url.substring(AUTHORITY.length(), url.indexOf('/', AUTHORITY.length())));
    }

    private static String withoutUsers(String hosts) {
        return hosts.replaceAll("[^,/\\[]*@", "");
    }

    /** Whether the embedded one has its file; of any other nothing is known before it is opened. */
    public boolean isThere() {
        return file().filter(Files::notExists).isEmpty();
    }

    /** The file of the embedded one; empty for a server, and for one in memory. */
    Optional<Path> file() {
        return url.startsWith(H2_FILE)
                ? Optional.of(Path.of(where().substring("h2:file:".length()) + ".mv.db"))
                : Optional.empty();
    }

    /** The folder of the embedded one's files; empty for a server, and for one in memory. */
    Optional<Path> folder() {
        return file().flatMap(file -> Optional.ofNullable(file.getParent()));
    }

    /** The database without what may be secret. */
    public String where() {
        String shown = url.substring("jdbc:".length());
        int options = shown.indexOf(isEmbedded() ? ';' : '?');
        String place = options < 0 ? shown : shown.substring(0, options);
        return isEmbedded() ? place : "mysql://" + withoutUsers(place.substring("mysql://".length()));
    }

    private static String start(String url) {
        int end = url.indexOf(':', url.indexOf(':') + 1);
        return end < 0 || end > 20 ? "" : url.substring(0, end + 1);
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + where() + "]";
    }
}
