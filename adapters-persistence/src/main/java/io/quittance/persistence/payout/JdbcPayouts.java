package io.quittance.persistence.payout;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.payout.Payouts;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.PayoutId;
import io.quittance.domain.payout.UpstreamTradeNo;
import io.quittance.persistence.database.BodyTable;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.journal.JournalHead;
import io.quittance.persistence.lifecycle.JdbcOrders;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Payouts in the table {@code payout}. */
public final class JdbcPayouts extends JdbcOrders<Payout, PayoutId, OutTradeNo> implements Payouts {
    /** The bodies of its table. */
    public static final BodyTable BODIES = PayoutRow.BODIES;

    public static final JournalHead HEAD = PayoutRow.HEAD;

    private static final String OWNERS =
            "select merchant_id, upstream_no from payout where order_key = ? and retired = 0";
    private static final String RETIRE = "update payout set retired = attempt where trade_no = ? and retired = 0";

    private final Sql sql;

    public JdbcPayouts(Sql sql, BodyCipher cipher) {
        super(sql, PayoutRow.table(cipher));
        this.sql = sql;
    }

    @Override
    public List<MerchantId> owners(OutTradeNo order, Optional<UpstreamTradeNo> upstream) {
        List<Owner> owners = sql.list(
                "find whose payout it is",
                OWNERS,
                cells -> new Owner(
                        new MerchantId(cells.whole("merchant_id")),
                        cells.maybeIdentifier("upstream_no").map(UpstreamTradeNo::new)),
                (Object) identifier(order.key()));
        return owners.stream()
                .sorted(Comparator.comparing((Owner one) -> one.likelihood(upstream))
                        .thenComparing(one -> one.merchant().value()))
                .map(Owner::merchant)
                .toList();
    }

    private record Owner(MerchantId merchant, Optional<UpstreamTradeNo> upstream) {
        Likelihood likelihood(Optional<UpstreamTradeNo> told) {
            if (upstream.isEmpty()) {
                return Likelihood.NOT_NUMBERED;
            }
            return upstream.equals(told) ? Likelihood.NUMBERED_SO : Likelihood.NUMBERED_OTHERWISE;
        }
    }

    /** How likely a payout is the one that is meant, the likeliest first. */
    private enum Likelihood {
        NUMBERED_SO,
        NOT_NUMBERED,
        NUMBERED_OTHERWISE
    }

    @Override
    public void retire(PayoutId id) {
        sql.change("free the number of a payout", RETIRE, (Object) identifier(id.value()));
    }
}
