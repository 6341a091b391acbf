package io.quittance.persistence.database;

import io.quittance.domain.lifecycle.Failure;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The row that a query is at, cell by cell; {@code maybe...} where a cell can be null. */
public final class Cells {
    private final ResultSet row;
    private final DatabaseClock clock;

    Cells(ResultSet row, DatabaseClock clock) {
        this.row = row;
        this.clock = clock;
    }

    /** What reads a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Cells cells) throws SQLException;
    }

    /** An identifier, kept as the bytes of its UTF-8 form. */
    public String identifier(String column) throws SQLException {
        return new String(row.getBytes(column), StandardCharsets.UTF_8);
    }

    public Optional<String> maybeIdentifier(String column) throws SQLException {
        return maybeBytes(column).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    public String text(String column) throws SQLException {
        return row.getString(column);
    }

    public Optional<String> maybeText(String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    public byte[] bytes(String column) throws SQLException {
        return row.getBytes(column);
    }

    public Optional<byte[]> maybeBytes(String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column));
    }

    public int integer(String column) throws SQLException {
        return row.getInt(column);
    }

    public Optional<Integer> maybeInteger(String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    public long whole(String column) throws SQLException {
        return row.getLong(column);
    }

    public Optional<Long> maybeWhole(String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    public boolean flag(String column) throws SQLException {
        return row.getBoolean(column);
    }

    public BigDecimal decimal(String column) throws SQLException {
        return row.getBigDecimal(column);
    }

    public Optional<BigDecimal> maybeDecimal(String column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column));
    }

    /** Why something failed, in the two columns that every table names alike. */
    public Optional<Failure> maybeFailure() throws SQLException {
        String message = maybeText("failure_message").orElse("");
        return maybeText("failure_code").map(code -> new Failure(code, message));
    }

    /** Read as it stands and taken for UTC, so that no driver's idea of a time zone gets in. */
    public Instant instant(String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    public Optional<Instant> maybeInstant(String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }

    /** By our clock. */
    public Instant due(String column) throws SQLException {
        return clock.here(instant(column));
    }

    public Optional<Instant> maybeDue(String column) throws SQLException {
        return maybeInstant(column).map(clock::here);
    }
}
