package io.quittance.persistence;

import io.quittance.persistence.authorization.JdbcPayments;
import io.quittance.persistence.capture.JdbcOperations;
import io.quittance.persistence.journal.JournalHeads;
import io.quittance.persistence.paymentlink.JdbcPaymentLinks;
import io.quittance.persistence.payout.JdbcPayouts;
import io.quittance.persistence.relay.JdbcNewsTold;
import io.quittance.persistence.relay.JdbcRelays;
import java.util.List;

/** Every kind of order that is kept here, for what asks an order of any kind where its journal hangs. */
public final class OrderHeads {
    public static final JournalHeads ALL = new JournalHeads(List.of(
            JdbcOperations.CAPTURES_HEAD,
            JdbcOperations.CANCELS_HEAD,
            JdbcPayouts.HEAD,
            JdbcPaymentLinks.HEAD,
            JdbcPayments.HEAD,
            JdbcRelays.HEAD,
            JdbcNewsTold.HEAD));

    private OrderHeads() {}
}
