package io.quittance.application.relay;

import io.quittance.application.account.Holder;
import io.quittance.application.journal.Message;
import io.quittance.application.lifecycle.Settled;
import io.quittance.domain.relay.NewsTopic;
import io.quittance.domain.relay.RelayId;
import java.util.List;
import java.util.Optional;

/**
 * Upstream tells something that we do not understand, as of a refund: its merchant is told the same, whole, once for
 * each thing that is said however often it is said. The sender may be acknowledged whatever the outcome.
 */
@FunctionalInterface
public interface PassNewsOn {
    /**
     * Once it answers, what was told is durable.
     *
     * @param candidates for whom the message may be, each at the account whose key verified it; at least one
     */
    Settled pass(List<Holder> candidates, Told told);

    /**
     * What a notification says.
     *
     * @param call the relayed request that it answers, where the address named one
     */
    record Told(NewsTopic topic, Optional<RelayId> call, Message message) {
        /** The same, told by that message. */
        public Told by(Message other) {
            return new Told(topic, call, other);
        }
    }
}
