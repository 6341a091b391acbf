package io.quittance.persistence.merchant;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table {@code merchant_key}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface MerchantKeyRows extends GenericRepository<MerchantKeyRow, Long> {
    MerchantKeyRow save(MerchantKeyRow row);

    MerchantKeyRow update(MerchantKeyRow row);

    Optional<MerchantKeyRow> findByMerchantIdAndFingerprint(long merchantId, String fingerprint);

    List<MerchantKeyRow> findByMerchantIdInOrderById(Collection<Long> merchantIds);

    boolean existsByClaim(byte[] claim);

    /** Others may register its keys. */
    @Query("update merchant_key set claim = null where merchant_id = :merchantId")
    void free(long merchantId);
}
