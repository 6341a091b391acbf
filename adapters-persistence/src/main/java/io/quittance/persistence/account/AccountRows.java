package io.quittance.persistence.account;

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

    List<AccountRow> listOrderById();

    @Query("update account set settings_body = :body, settings_key = :bodyKey, version = version + 1 where id = :id")
    void setSettings(long id, byte[] body, String bodyKey);
}
