package io.quittance.persistence.merchant;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The table {@code endpoint_terms}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface EndpointTermsRows extends GenericRepository<EndpointTermsRow, Long> {
    EndpointTermsRow save(EndpointTermsRow row);

    EndpointTermsRow update(EndpointTermsRow row);

    Optional<EndpointTermsRow> findById(long endpoint);

    @Query("select * from endpoint_terms where endpoint = :endpoint for update")
    Optional<EndpointTermsRow> lock(long endpoint);
}
