package io.quittance.persistence.merchant;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

/** The table {@code endpoint}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface EndpointRows extends GenericRepository<EndpointRow, Long> {
    EndpointRow save(EndpointRow row);

    EndpointRow update(EndpointRow row);

    List<EndpointRow> findByMerchantIdInOrderById(Collection<Long> merchantIds);
}
