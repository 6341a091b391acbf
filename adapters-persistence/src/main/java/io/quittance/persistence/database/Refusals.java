package io.quittance.persistence.database;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;

/** Why a database could not be opened, as one sentence for the person who runs the gateway. */
final class Refusals {
    private static final int H2_OPEN_ELSEWHERE = 90020;
    private static final int H2_WRONG_PASSWORD = 28000;
    private static final int H2_CORRUPTED = 90030;
    /** Also of a file that ends too early. */
    private static final int H2_INPUT_OUTPUT = 90028;

    private static final int MYSQL_ACCESS_DENIED = 1045;
    /** What MariaDB says of some names that it does not know; which, depends on a hash of the name. */
    private static final int MARIADB_ACCESS_DENIED = 1698;

    private static final int MYSQL_DATABASE_DENIED = 1044;
    private static final int MYSQL_NO_DATABASE = 1049;

    /** Its setting require_secure_transport is on. */
    private static final int MYSQL_WANTS_TLS = 3159;

    /** The driver says these by itself, and without a number. */
    private static final String NO_KEY = "Public Key Retrieval is not allowed";

    private static final String NO_TLS = "SSL connection required";

    private static final Set<Integer> PERSONS = Set.of(
            H2_OPEN_ELSEWHERE,
            H2_WRONG_PASSWORD,
            H2_CORRUPTED,
            MYSQL_ACCESS_DENIED,
            MARIADB_ACCESS_DENIED,
            MYSQL_DATABASE_DENIED,
            MYSQL_NO_DATABASE,
            MYSQL_WANTS_TLS);

    private Refusals() {}

    static DatabaseUnavailable unavailable(DatabaseSettings settings, Exception e) {
        String sentence = sqlCause(e)
                .map(cause -> sentence(settings, cause))
                .orElseGet(() -> "The database " + settings.where() + " cannot be used: " + line(e.getMessage()));
        boolean passing = sqlCause(e)
                .filter(cause -> Fault.of(cause) == Fault.AWAY && !needsAPerson(cause))
                .isPresent();
        return new DatabaseUnavailable(sentence, e, passing);
    }

    /** Whether somebody must set something right, so that to wait is of no use. */
    static boolean needsAPerson(SQLException e) {
        return PERSONS.contains(e.getErrorCode())
                || isKeyRefused(e)
                || trustFault(e).isPresent();
    }

    private static boolean isKeyRefused(SQLException e) {
        return e.getMessage() != null && e.getMessage().contains(NO_KEY);
    }

    /** Why the two ends do not get to TLS; empty also where only the connection broke meanwhile. */
    private static Optional<String> trustFault(SQLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String message = line(cause.getMessage());
            if (cause instanceof CertificateException
                    || cause instanceof SSLHandshakeException && !(cause.getCause() instanceof IOException)
                    || message.toLowerCase(Locale.ROOT).contains(NO_TLS.toLowerCase(Locale.ROOT))) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    /** There are tables, but not of a version that this one can take over. */
    static DatabaseUnavailable ofDevelopment(DatabaseSettings settings) {
        String what = "The database " + settings.where() + " holds tables of a development version of Quittance, or of"
                + " something else, which this version does not take over: ";
        String remedy = settings.folder()
                .map(folder -> "name another folder (QUITTANCE_DATA), or remove " + folder)
                .orElse("name another database (QUITTANCE_DB_URL), or drop it and create it again");
        return new DatabaseUnavailable(what + remedy + " if nobody needs what is in it.", null);
    }

    /** A service makes the tables, and nothing else does. */
    static DatabaseUnavailable empty(DatabaseSettings settings) {
        return new DatabaseUnavailable(
                "The database " + settings.where()
                        + " holds nothing of Quittance yet: './quittance serve' begins it, or"
                        + " name another one ("
                        + (settings.isEmbedded() ? "--data or QUITTANCE_DATA" : "QUITTANCE_DB_URL")
                        + ").",
                null);
    }

    private static String sentence(DatabaseSettings settings, SQLException e) {
        String where = settings.where();
        return switch (e.getErrorCode()) {
            case H2_OPEN_ELSEWHERE ->
                "The database " + where + " is in use by another process, and the embedded database serves one only:"
                        + " stop the other one, or use a MySQL (QUITTANCE_DB_URL).";
            case H2_WRONG_PASSWORD, MYSQL_ACCESS_DENIED, MARIADB_ACCESS_DENIED ->
                "The database " + where + " refuses the user or the password (QUITTANCE_DB_USER,"
                        + " QUITTANCE_DB_PASSWORD).";
            case H2_CORRUPTED, H2_INPUT_OUTPUT ->
                "The file " + settings.file().map(Path::toString).orElse(where)
                        + " of the embedded database cannot be read:"
                        + " it is damaged, or its disk is, or this user may not use it. If it is damaged, keep it, and"
                        + " put the copy of your backup in its place.";
            case MYSQL_DATABASE_DENIED ->
                "There is no database " + where
                        + ", or this user may not use it: the server does not tell which. Create"
                        + " it (create database ...), and grant the user all rights on it.";
            case MYSQL_NO_DATABASE ->
                "The server answers, but has no database " + where
                        + ": create it first (create database ...), or correct" + " its name (QUITTANCE_DB_URL).";
            case MYSQL_WANTS_TLS ->
                "The server of the database " + where + " takes connections with TLS only: set sslMode=REQUIRED in"
                        + " QUITTANCE_DB_URL.";
            default -> otherwise(where, e);
        };
    }

    private static String otherwise(String where, SQLException e) {
        if (isKeyRefused(e)) {
            return "The server of the database " + where + " wants the password sealed by its key, and the driver does"
                    + " not ask for that key without TLS: use TLS (sslMode=REQUIRED in QUITTANCE_DB_URL), or, where"
                    + " nobody can come between, allow it (allowPublicKeyRetrieval=true). A wrong password looks like"
                    + " this as well.";
        }
        return trustFault(e)
                .map(why -> "There is no TLS between us and the server of the database " + where + ": " + why
                        + ". sslMode in QUITTANCE_DB_URL says whether TLS is used and how the server is verified.")
                .orElseGet(() -> plainly(where, e));
    }

    private static String plainly(String where, SQLException e) {
        if (e instanceof TakesNoWrites) {
            return "The database " + where + " takes no writes now: " + line(e.getMessage()) + ".";
        }
        return Fault.of(e) == Fault.AWAY
                ? "No database answers at " + where + ": is it running, and is the address right (QUITTANCE_DB_URL)?"
                : "The database " + where + " cannot be used: " + line(e.getMessage());
    }

    /** The innermost SQL error that has a code: what wraps it says less. */
    private static Optional<SQLException> sqlCause(Throwable e) {
        Optional<SQLException> found = Optional.empty();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (found.isEmpty() || found.get().getErrorCode() == 0 || sql.getErrorCode() != 0)) {
                found = Optional.of(sql);
            }
        }
        return found;
    }

    static String line(String message) {
        return message == null ? "no reason given" : message.strip().replaceAll("\\s+", " ");
    }
}
