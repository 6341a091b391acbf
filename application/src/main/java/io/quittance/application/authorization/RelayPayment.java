package io.quittance.application.authorization;

import io.quittance.application.account.Holder;
import io.quittance.application.journal.Message;
import io.quittance.application.lifecycle.Settled;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.relay.RelayId;
import java.util.List;
import java.util.Optional;

/**
 * Upstream tells the result of a payment, a sale or an authorization: its merchant is told the same, once for each
 * result however often it is told, and an authorization is remembered. The sender may be acknowledged whatever the
 * outcome.
 */
@FunctionalInterface
public interface RelayPayment {
    /**
     * Once it answers, what was told is durable.
     *
     * @param candidates for whom the message may be, each at the account whose key verified it; at least one
     */
    Settled relay(List<Holder> candidates, Told told);

    /**
     * What a notification says.
     *
     * @param call the relayed request that it answers, where the address named one
     */
    record Told(OutTradeNo order, Payment.Report report, Message message, Optional<RelayId> call) {
        /** The same, told by that message. */
        public Told by(Message other) {
            return new Told(order, report, other, call);
        }
    }
}
