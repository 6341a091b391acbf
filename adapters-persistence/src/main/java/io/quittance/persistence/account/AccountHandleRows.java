package io.quittance.persistence.account;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

/** The table {@code account_handle}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AccountHandleRows extends GenericRepository<AccountHandleRow, Long> {
    AccountHandleRow save(AccountHandleRow row);

    List<AccountHandleRow> findByAccountIdInOrderById(Collection<Long> accountIds);

    List<AccountHandleRow> findByHandleAndKind(byte[] handle, String kind);

    void deleteByAccountId(long accountId);
}
