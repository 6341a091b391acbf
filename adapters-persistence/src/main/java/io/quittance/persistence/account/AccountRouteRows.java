package io.quittance.persistence.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The table {@code account_route}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AccountRouteRows extends GenericRepository<AccountRouteRow, Long> {
    AccountRouteRow save(AccountRouteRow row);

    List<AccountRouteRow> findByMerchantId(long merchantId);

    @Query("delete from account_route where merchant_id = :merchantId and service = :service and currency = :currency"
            + " and country = :country")
    void remove(long merchantId, String service, String currency, String country);
}
