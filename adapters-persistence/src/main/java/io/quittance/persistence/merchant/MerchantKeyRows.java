package io.quittance.persistence.merchant;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

/** The table {@code merchant_key}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface MerchantKeyRows extends GenericRepository<MerchantKeyRow, Long> {
    MerchantKeyRow save(MerchantKeyRow row);

    List<MerchantKeyRow> findByMerchantIdInOrderById(Collection<Long> merchantIds);
}
