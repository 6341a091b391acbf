package io.quittance.persistence.database;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** What the drivers are told: what correctness needs, time-outs so that a dead peer is noticed, and fewer round trips. */
final class Connectors {
    static final Duration LOCK = Duration.ofSeconds(5);

    /** H2 writes small values into the row, where they are read without a second look-up. */
    private static final int H2_INLINE_BYTES = 4096;

    private Connectors() {}

    /** @param url of one server */
    static String url(String url) {
        if (!DatabaseSettings.isEmbedded(url)) {
            return url;
        }
        StringBuilder whole = new StringBuilder(url);
        h2().forEach((name, value) -> {
            if (!url.toUpperCase(Locale.ROOT).contains(";" + name + "=")) {
                whole.append(';').append(name).append('=').append(value);
            }
        });
        return whole.toString();
    }

    /**
     * WRITE_DELAY: by default H2 holds commits back for half a second, and a killed process would lose them.
     * TRACE_LEVEL_FILE: by default H2 writes each fault, with keys of rows, into a file of its own that nobody expects.
     */
    private static Map<String, String> h2() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("MODE", "MySQL");
        options.put("DATABASE_TO_LOWER", "TRUE");
        options.put("WRITE_DELAY", "0");
        options.put("TIME ZONE", "UTC");
        options.put("LOCK_TIMEOUT", Long.toString(LOCK.toMillis()));
        options.put("TRACE_LEVEL_FILE", "0");
        options.put("DB_CLOSE_ON_EXIT", "FALSE");
        options.put("MAX_LENGTH_INPLACE_LOB", Integer.toString(H2_INLINE_BYTES));
        return options;
    }

    static Properties properties(DatabaseSettings settings, Timeouts timeouts) {
        Properties properties = new Properties();
        if (!settings.isEmbedded()) {
            mysql().forEach(properties::setProperty);
            properties.setProperty(
                    "connectTimeout", Long.toString(timeouts.connect().toMillis()));
            properties.setProperty(
                    "socketTimeout", Long.toString(timeouts.answer().toMillis()));
        }
        if (!settings.user().isEmpty()) {
            properties.setProperty("user", settings.user());
            properties.setProperty("password", settings.password());
        }
        return properties;
    }

    /** useAffectedRows: an insert that found its key must not look like one that inserted. */
    private static Map<String, String> mysql() {
        return Map.ofEntries(
                Map.entry("useAffectedRows", "true"),
                Map.entry("connectionTimeZone", "+00:00"),
                Map.entry("forceConnectionTimeZoneToSession", "true"),
                Map.entry("sessionVariables", "innodb_lock_wait_timeout=" + LOCK.toSeconds()),
                Map.entry("characterEncoding", "UTF-8"),
                Map.entry("tcpKeepAlive", "true"),
                Map.entry("useServerPrepStmts", "true"),
                Map.entry("cachePrepStmts", "true"),
                Map.entry("prepStmtCacheSize", "250"),
                Map.entry("prepStmtCacheSqlLimit", "16384"),
                Map.entry("useLocalSessionState", "true"),
                Map.entry("maintainTimeStats", "false"));
    }
}
