package io.quittance.persistence.request;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.request.Spending;
import io.quittance.application.request.SpentRequests;
import io.quittance.persistence.database.Sql;
import java.time.Instant;
import java.util.Optional;

/** For which API the bytes of requests count, in the table {@code spent_request}; its primary key decides every race. */
public final class JdbcSpentRequests implements SpentRequests {
    private static final String ADD = "insert ignore into spent_request (digest, spent_on, until_at) values (?, ?, ?)";
    private static final String FIND = "select spent_on from spent_request where digest = ?";
    private static final String FORGET = "delete from spent_request where until_at < ? limit ?";

    private final Sql sql;

    public JdbcSpentRequests(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean spend(Spending spending) {
        byte[] digest = spending.digest().toArray();
        if (sql.change("spend a request", ADD, digest, identifier(spending.use()), spending.until()) == 1) {
            return true;
        }
        Optional<String> use =
                sql.first("find what a request was spent on", FIND, cells -> cells.identifier("spent_on"), digest);
        return use.filter(spending.use()::equals).isPresent();
    }

    @Override
    public int forget(Instant now, int limit) {
        return sql.change("forget spent requests", FORGET, now, limit);
    }
}
