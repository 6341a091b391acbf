package io.quittance.persistence.registration;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.Pageable;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The table {@code registration_change}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ChangeRows extends GenericRepository<ChangeRow, Long> {
    ChangeRow save(ChangeRow row);

    List<ChangeRow> findByMerchantIdOrderByIdDesc(long merchantId, Pageable page);
}
