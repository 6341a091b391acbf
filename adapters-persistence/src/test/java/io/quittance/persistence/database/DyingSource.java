package io.quittance.persistence.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Lets statements through that make or change a table or put rows into it, if a source before it did, and a number of others;
 * then fails: once, or for ever.
 */
final class DyingSource {
    /** What is done with the journal when all scripts have run. */
    private static final Pattern DIVIDES = Pattern.compile("alter table journal partition by ");

    private final DataSource source;
    private final Set<String> through;
    private final boolean forEver;
    private int left;
    private boolean died;
    private boolean inScript;

    /**
     * @param through what gets through; what does for the first time is added
     * @param left how much of that
     * @param forEver as for a process that was killed, which gets nothing through any more, and whose locks are let go
     */
    DyingSource(DataSource source, Set<String> through, int left, boolean forEver) {
        this.source = source;
        this.through = through;
        this.left = left;
        this.forEver = forEver;
    }

    boolean died() {
        return died;
    }

    /** Whether that was in a script, and not behind all of them. */
    boolean diedInScript() {
        return died && inScript;
    }

    DataSource dataSource() {
        return watched(DataSource.class, source);
    }

    private Object watch(Object result) {
        return switch (result) {
            case Connection connection -> watched(Connection.class, connection);
            case Statement statement
            when !(statement instanceof java.sql.PreparedStatement) -> watched(Statement.class, statement);
            case null, default -> result;
        };
    }

    private <T> T watched(Class<T> type, T target) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
                pass(method.getName(), sql);
            }
            try {
                return watch(method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private void pass(String method, String sql) throws SQLException {
        if (!Set.of("execute", "executeUpdate", "executeQuery", "prepareStatement")
                .contains(method)) {
            return;
        }
        boolean dead = died && forEver && !sql.contains("release_lock");
        if (!died && changes(sql) && !through.contains(sql)) {
            dead = left-- == 0;
            died = dead;
            inScript = !DIVIDES.matcher(sql).lookingAt();
            if (!dead) {
                through.add(sql);
            }
        }
        if (dead) {
            throw new SQLException("the test lets no more through", "HY000");
        }
    }

    /** Of our scripts' own; Flyway keeps its history before. */
    private static boolean changes(String sql) {
        String text = sql.toLowerCase(Locale.ROOT).replaceAll("--.*\n", "").strip();
        return (text.startsWith("create table if not exists")
                        || text.startsWith("create index")
                        || text.startsWith("create unique index")
                        || text.startsWith("insert ignore")
                        || text.startsWith("alter table")
                        || text.startsWith("update delivery"))
                && !text.contains(Schema.HISTORY);
    }
}
