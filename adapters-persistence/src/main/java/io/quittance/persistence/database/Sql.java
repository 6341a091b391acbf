package io.quittance.persistence.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Runs statements: on the connection of the transaction that goes on around them, else on one of their own that commits
 * at once. Each says what it is for, in words that follow "could not".
 */
public final class Sql {
    private final DataSource source;
    private final DatabaseClock clock;
    private final ScopedValue<Connection> current;

    public Sql(DataSource source) {
        this(source, new DatabaseClock());
    }

    Sql(DataSource source, DatabaseClock clock) {
        this(source, clock, ScopedValue.newInstance());
    }

    private Sql(DataSource source, DatabaseClock clock, ScopedValue<Connection> current) {
        this.source = source;
        this.clock = clock;
        this.current = current;
    }

    /** With other connections; a transaction of the one is a transaction of the other. */
    Sql over(DataSource other) {
        return new Sql(other, clock, current);
    }

    /** All rows of a query. */
    public <T> List<T> list(String purpose, String sql, Cells.Reader<T> reader, Object... values) {
        return with(purpose, sql, values, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                Cells cells = new Cells(rows, clock);
                while (rows.next()) {
                    found.add(reader.read(cells));
                }
                return found;
            }
        });
    }

    /** The first row of a query, if there is one. */
    public <T> Optional<T> first(String purpose, String sql, Cells.Reader<T> reader, Object... values) {
        return list(purpose, sql, reader, values).stream().findFirst();
    }

    /**
     * Changes rows.
     *
     * @return how many really changed: an update to what stands there already counts 0 on MySQL, 1 on H2; an {@code
     *     insert ... on duplicate key update} counts 1 if it inserted, else 0 or 2
     */
    public int change(String purpose, String sql, Object... values) {
        return with(purpose, sql, values, PreparedStatement::executeUpdate);
    }

    /** An identifier as it is bound: the bytes of its UTF-8 form. */
    public static byte[] identifier(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a transaction goes on around the caller. */
    public boolean inTransaction() {
        return current.isBound();
    }

    /** Runs the work with all its statements on that connection. */
    public <T> T on(Connection connection, Supplier<T> work) {
        return ScopedValue.where(current, connection).call(work::get);
    }

    /** A connection from the pool; the caller closes it. */
    public Connection connect() {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw DatabaseUnavailable.during("get a connection", e);
        }
    }

    @FunctionalInterface
    private interface Run<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    private <T> T with(String purpose, String sql, Object[] values, Run<T> run) {
        try {
            if (current.isBound()) {
                return with(current.get(), sql, values, run);
            }
            try (Connection own = connect()) {
                return with(own, sql, values, run);
            }
        } catch (SQLException e) {
            throw Fault.translate(purpose, e);
        }
    }

    private <T> T with(Connection connection, String sql, Object[] values, Run<T> run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                bind(statement, i + 1, values[i]);
            }
            return run.run(statement);
        }
    }

    private void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Optional<?> optional -> bind(statement, index, optional.orElse(null));
            case byte[] bytes -> statement.setBytes(index, bytes);
            case Due due -> statement.setString(index, UtcText.of(clock.there(due.time())));
            case Instant time -> statement.setString(index, UtcText.of(time));
            case Enum<?> name -> statement.setString(index, name.name());
            default -> statement.setObject(index, value);
        }
    }
}
