package io.quittance.persistence.merchant;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** All of the table {@code endpoint_terms}, without what they are. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface EndpointTermsMarks extends GenericRepository<EndpointTermsMark, Long> {
    List<EndpointTermsMark> findAll();
}
