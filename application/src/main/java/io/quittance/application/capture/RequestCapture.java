package io.quittance.application.capture;

import io.quittance.application.journal.Message;
import io.quittance.domain.authorization.Authorization.Obstacle;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.money.Money;

/**
 * A merchant asks to collect an authorised amount. Asking again with the same request id is safe, and is how a merchant
 * learns where the capture stands, as the protocol has no query for it.
 */
@FunctionalInterface
public interface RequestCapture {
    /** Once it answers, the capture is durable. */
    Outcome request(Merchant caller, Command command);

    /** @param message the request as it came in, for the journal */
    record Command(RequestId request, OutTradeNo order, Money amount, boolean last, Message message) {}

    /** Everything that can become of it. */
    sealed interface Outcome {
        record Accepted(Capture capture) implements Outcome {}

        /** Same id, same content: the same capture, as it stands now. */
        record Repeated(Capture capture) implements Outcome {}

        /** Same id, other content: nothing was changed. */
        record Conflicting(Capture earlier) implements Outcome {}

        /** What is known of the order's authorization does not allow it: nothing is kept of the request. */
        record NotAllowed(Obstacle why) implements Outcome {}
    }
}
