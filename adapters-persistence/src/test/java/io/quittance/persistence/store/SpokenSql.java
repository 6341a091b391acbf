package io.quittance.persistence.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Listens in: remembers each statement that is prepared on its connections, with what was last bound to it. */
public final class SpokenSql {
    private final DataSource source;
    private final Map<String, Map<Integer, Object>> spoken = new LinkedHashMap<>();

    public SpokenSql(DataSource source) {
        this.source = source;
    }

    /** A statement as it was run. */
    public record Statement(String sql, List<Object> values) {
        public Statement {
            values = List.copyOf(values);
        }
    }

    public List<Statement> statements() {
        return spoken.entrySet().stream()
                .map(one -> new Statement(
                        one.getKey(), new ArrayList<>(one.getValue().values())))
                .toList();
    }

    public DataSource dataSource() {
        return listen(
                DataSource.class,
                source,
                (name, arguments, result) -> name.equals("getConnection") ? connection((Connection) result) : result);
    }

    private Connection connection(Connection connection) {
        return listen(
                Connection.class,
                connection,
                (name, arguments, result) -> name.equals("prepareStatement")
                        ? statement((String) arguments[0], (PreparedStatement) result)
                        : result);
    }

    private PreparedStatement statement(String sql, PreparedStatement statement) {
        Map<Integer, Object> values = new TreeMap<>();
        spoken.put(sql, values);
        return listen(PreparedStatement.class, statement, (name, arguments, result) -> {
            if (name.startsWith("set") && arguments.length == 2) {
                values.put((Integer) arguments[0], arguments[1]);
            }
            return result;
        });
    }

    @FunctionalInterface
    private interface Ear {
        Object hear(String name, Object[] arguments, Object result);
    }

    private static <T> T listen(Class<T> type, T target, Ear ear) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                return ear.hear(method.getName(), arguments, method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
