package io.quittance.persistence;

import io.quittance.persistence.account.JdbcAccounts;
import io.quittance.persistence.database.BodyTable;
import io.quittance.persistence.instance.JdbcGatewayKeys;
import io.quittance.persistence.journal.JdbcDiscrepancies;
import io.quittance.persistence.journal.JournalRow;
import io.quittance.persistence.merchant.JdbcEndpointTerms;
import io.quittance.persistence.paymentlink.JdbcPaymentLinks;
import io.quittance.persistence.payout.JdbcPayouts;
import io.quittance.persistence.simulator.JdbcSimulatedOrders;
import java.util.List;
import java.util.stream.Stream;

/** Every table that holds encrypted bodies, for what goes through all of them. */
public final class StoredBodyTables {
    public static final List<BodyTable> ALL = Stream.of(
                    Stream.of(
                            JdbcGatewayKeys.BODIES,
                            JdbcAccounts.BODIES,
                            JdbcEndpointTerms.BODIES,
                            JdbcPayouts.BODIES,
                            JdbcDiscrepancies.BODIES,
                            JdbcSimulatedOrders.BODIES),
                    JdbcPaymentLinks.BODIES.stream(),
                    Stream.of(JournalRow.BODIES))
            .flatMap(all -> all)
            .toList();

    private StoredBodyTables() {}
}
