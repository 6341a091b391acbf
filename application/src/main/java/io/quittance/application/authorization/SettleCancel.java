package io.quittance.application.authorization;

import io.quittance.application.journal.Message;
import io.quittance.application.lifecycle.Settled;
import io.quittance.domain.authorization.Cancel;
import io.quittance.domain.authorization.UpstreamCancelNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.merchant.Merchant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Upstream reports on a cancel. Any number of times, in any order; the sender may be acknowledged whatever the
 * outcome, as telling us again would not change it.
 */
@FunctionalInterface
public interface SettleCancel {
    /**
     * Once it answers, what was told is durable.
     *
     * @param candidates the merchants that the message may be for and whose key verified it, at least one
     */
    Settled settle(List<Merchant> candidates, Told told);

    /**
     * What a notification says.
     *
     * @param createdAt when upstream made the cancel, where that was told
     */
    record Told(
            RequestId request,
            Optional<UpstreamCancelNo> number,
            Cancel.Report report,
            Optional<Instant> createdAt,
            Message message) {}
}
