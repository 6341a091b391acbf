package io.quittance.application.authorization;

import io.quittance.application.journal.Message;
import io.quittance.domain.authorization.Authorization.Obstacle;
import io.quittance.domain.authorization.Cancel;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.merchant.Merchant;

/**
 * A merchant asks to give an authorised amount back. Asking again with the same request id is safe, and is how a
 * merchant learns where the cancel stands, as the protocol has no query for it.
 */
@FunctionalInterface
public interface RequestCancel {
    /** Once it answers, the cancel is durable. */
    Outcome request(Merchant caller, Command command);

    /** @param message the request as it came in, for the journal */
    record Command(RequestId request, OutTradeNo order, Message message) {}

    /** Everything that can become of it. */
    sealed interface Outcome {
        record Accepted(Cancel cancel) implements Outcome {}

        /** Same id, same content: the same cancel, as it stands now. */
        record Repeated(Cancel cancel) implements Outcome {}

        /** Same id, other content: nothing was changed. */
        record Conflicting(Cancel earlier) implements Outcome {}

        /** What is known of the order's authorization does not allow it: nothing is kept of the request. */
        record NotAllowed(Obstacle why) implements Outcome {}
    }
}
