package io.quittance.application.payout;

import io.quittance.application.account.Holder;
import io.quittance.application.journal.Message;
import io.quittance.application.lifecycle.Settled;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.UpstreamTradeNo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Upstream reports on a payout. Any number of times, in any order, in either dialect; the sender may be acknowledged
 * whatever the outcome, as telling us again would not change it.
 */
@FunctionalInterface
public interface SettlePayout {
    /**
     * Once it answers, what was told is durable.
     *
     * @param candidates for whom the message may be, each at the account whose key verified it; at least one
     */
    Settled settle(List<Holder> candidates, Told told);

    /**
     * What a notification says.
     *
     * @param createdAt when upstream made the payout, where that was told
     */
    record Told(
            OutTradeNo order,
            Optional<UpstreamTradeNo> number,
            Payout.Report report,
            Optional<Instant> createdAt,
            Message message) {
        /** The same, told by that message. */
        public Told by(Message other) {
            return new Told(order, number, report, createdAt, other);
        }
    }
}
