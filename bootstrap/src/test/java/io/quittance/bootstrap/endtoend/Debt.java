package io.quittance.bootstrap.endtoend;

import io.quittance.persistence.database.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Very many messages that are owed to one merchant, due now and in all shards. To make them truly would take hours, so they
 * are written into the queue; nobody reads the orders behind them, as that merchant's endpoint does not answer.
 */
final class Debt {
    private static final int SHARDS = 64;

    private Debt() {}

    /** @param merchant one to whom something is owed already */
    static void grow(DatabaseSettings database, TestMerchant merchant, int messages) throws SQLException {
        String grow = """
            insert into delivery (shard, lane, due_at, object_kind, object_id, object_month, owed, merchant_id, dialect, attempt)
            select s.shard, one.lane, utc_timestamp(6), one.object_kind, concat('waits-', s.shard, '-', n.i),
              one.object_month, 1, one.merchant_id, one.dialect, 0
            from shard s
            join (select a.shard * %1$d + b.shard as i from shard a join shard b) n
            join (select d.* from delivery d join merchant m on m.id = d.merchant_id where m.app_id = ? limit 1) one
            where n.i < %2$d\
            """.formatted(SHARDS, messages / SHARDS);
        try (Connection connection = DriverManager.getConnection(database.url());
                PreparedStatement sql = connection.prepareStatement(grow)) {
            sql.setString(1, merchant.appId);
            System.out.println(sql.executeUpdate() + " messages are owed");
        }
    }
}
