package io.quittance.persistence.account;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table {@code account}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AccountRows extends GenericRepository<AccountRow, Long> {
    AccountRow save(AccountRow row);

    Optional<AccountRow> findById(Long id);

    List<AccountRow> findByIdInOrderById(Collection<Long> ids);

    List<AccountRow> findByMerchantIdOrderById(long merchantId);

    List<AccountRow> findByRetiredOrderById(long retired);

    @Query("select * from account where id = :id for update")
    Optional<AccountRow> lock(long id);

    @Query("update account set names = :names, settings_body = :body, settings_key = :bodyKey, version = :version"
            + " where id = :id")
    void change(long id, @Nullable byte[] names, byte[] body, String bodyKey, int version);

    @Query("update account set retired = id where merchant_id = :merchantId")
    void retire(long merchantId);
}
