package io.quittance.persistence.merchant;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The table {@code merchant}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface MerchantRows extends GenericRepository<MerchantRow, Long> {
    MerchantRow save(MerchantRow row);

    Optional<MerchantRow> findById(Long id);

    Optional<MerchantRow> findByAppId(byte[] appId);

    List<MerchantRow> listOrderByAppId();

    @Query("update merchant set enabled = :enabled where app_id = :appId")
    void setEnabled(byte[] appId, boolean enabled);

    @Query("update merchant set notify_url = :notifyUrl where app_id = :appId")
    void setNotifyUrl(byte[] appId, String notifyUrl);
}
