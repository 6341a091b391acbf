package io.quittance.application.capture;

import io.quittance.application.account.Holder;
import io.quittance.application.journal.Message;
import io.quittance.application.lifecycle.Settled;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Upstream reports on a capture or a cancel. Any number of times, in any order; the sender may be acknowledged whatever
 * the outcome, as telling us again would not change it.
 */
@FunctionalInterface
public interface SettleOperation {
    /**
     * Once it answers, what was told is durable.
     *
     * @param candidates for whom the message may be, each at the account whose key verified it; at least one
     */
    Settled settle(List<Holder> candidates, Told told);

    /**
     * What a notification says.
     *
     * @param last {@code isFinal}, where it was told
     * @param createdAt when upstream made the operation, where that was told
     */
    record Told(
            Operation.Sort sort,
            RequestId request,
            Operation.Report report,
            Optional<Boolean> last,
            Optional<Instant> createdAt,
            Message message) {
        Operation.Key key() {
            return new Operation.Key(sort, request);
        }

        /** The same, told by that message. */
        public Told by(Message other) {
            return new Told(sort, request, report, last, createdAt, other);
        }
    }
}
