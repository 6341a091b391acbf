package io.quittance.persistence.shard;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.shard.Lease;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Shards;
import io.quittance.application.transaction.Transactions;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The leases in the table {@code shard}; only the database's clock is asked, so instances need not agree on the time. */
public final class JdbcShards implements Shards {
    private static final String RENEW = """
        update shard set expires_at = timestampadd(microsecond, ?, localtimestamp(6)) where owner = ?
        """;

    private static final String TAKE = """
        update shard
        set owner = ?, epoch = epoch + 1, expires_at = timestampadd(microsecond, ?, localtimestamp(6))
        where owner is null or expires_at <= localtimestamp(6)
        """;

    private static final String HELD = "select shard, owner, epoch from shard where owner = ? order by shard";

    private static final String RELEASE = "update shard set owner = null, expires_at = null where owner = ?";

    private static final String CONFIRM = "select shard, owner, epoch from shard where shard = ? for update";

    private static final String SEIZE = "update shard set owner = null, expires_at = null";

    private final Sql sql;
    private final Transactions transactions;

    public JdbcShards(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public List<Lease> lease(String owner, Duration span) {
        long micros = TimeUnit.NANOSECONDS.toMicros(span.toNanos());
        return transactions.inOne(() -> {
            sql.change("renew the leases", RENEW, micros, identifier(owner));
            sql.change("take free shards", TAKE, identifier(owner), micros);
            return sql.list("read the leases", HELD, JdbcShards::lease, identifier(owner));
        });
    }

    @Override
    public void release(String owner) {
        sql.change("give the leases back", RELEASE, identifier(owner));
    }

    @Override
    public boolean confirm(Lease lease) {
        return sql.first(
                        "confirm a lease",
                        CONFIRM,
                        JdbcShards::lease,
                        lease.shard().number())
                .filter(lease::equals)
                .isPresent();
    }

    @Override
    public void seize() {
        sql.change("seize all shards", SEIZE);
    }

    private static Lease lease(Cells cells) throws SQLException {
        return new Lease(
                new Shard(cells.integer("shard")),
                cells.maybeIdentifier("owner").orElse(""),
                cells.whole("epoch"));
    }
}
