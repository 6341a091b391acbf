package io.quittance.persistence.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * The fourth change of the tables: the indexes by which old orders are found, and what contradicts one. In Java, because
 * MySQL has no {@code if not exists} for an index, and each statement must be one that can be run again.
 */
final class OldOrderIndexes implements JavaMigration {
    private record Index(String name, String table, String columns) {}

    private static final List<Index> INDEXES = List.of(
            new Index("ix_capture_month", "capture", "created_month, capture_no"),
            new Index("ix_cancel_month", "cancel", "created_month, cancel_no"),
            new Index("ix_payment_month", "payment", "created_month, payment_no"),
            new Index("ix_payout_month", "payout", "created_month, trade_no"),
            new Index("ix_payment_link_month", "payment_link", "created_month, link_id"),
            new Index("ix_relay_month", "relay", "created_month, relay_no"),
            new Index("ix_foreign_news_month", "foreign_news", "created_month, news_no"),
            new Index("ix_discrepancy_object", "discrepancy", "object_kind, object_id"));

    private static final String THERE = """
        select 1 from information_schema.statistics where table_schema = database() and table_name = ? and index_name = ?
        """;

    private final DatabaseSettings settings;

    OldOrderIndexes(DatabaseSettings settings) {
        this.settings = settings;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("4");
    }

    @Override
    public String getDescription() {
        return "old orders";
    }

    /** None: what stands here counts, as nothing of it is ever edited. */
    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        for (Index index : INDEXES) {
            if (settings.isEmbedded() || !isThere(connection, index)) {
                String always = settings.isEmbedded() ? "if not exists " : "";
                try (Statement statement = connection.createStatement()) {
                    statement.execute(
                            "create index " + always + index.name + " on " + index.table + " (" + index.columns + ")");
                }
            }
        }
    }

    private static boolean isThere(Connection connection, Index index) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(THERE)) {
            asked.setString(1, index.table);
            asked.setString(2, index.name);
            try (ResultSet rows = asked.executeQuery()) {
                return rows.next();
            }
        }
    }
}
