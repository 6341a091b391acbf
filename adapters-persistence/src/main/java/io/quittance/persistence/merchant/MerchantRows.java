package io.quittance.persistence.merchant;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table {@code merchant}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface MerchantRows extends GenericRepository<MerchantRow, Long> {
    MerchantRow save(MerchantRow row);

    Optional<MerchantRow> findById(Long id);

    List<MerchantRow> findByAppIdOrderByIdDesc(byte[] appId);

    List<MerchantRow> findByRetiredOrderByAppId(long retired);

    @Query("select * from merchant where app_id = :appId and retired = 0 for update")
    Optional<MerchantRow> lockByAppId(byte[] appId);

    @Query("update merchant set merchant_no = :merchantNo, notify_url = :notifyUrl, payout_dialect = :payoutDialect,"
            + " enabled = :enabled, hosts = :hosts where id = :id")
    void change(long id, byte[] merchantNo, String notifyUrl, String payoutDialect, boolean enabled, String hosts);

    /** Disabled as well: an instance of an older version knows nothing else. */
    @Query("update merchant set removed_at = :removedAt, retired = id, enabled = false where id = :id")
    void retire(long id, Instant removedAt);
}
