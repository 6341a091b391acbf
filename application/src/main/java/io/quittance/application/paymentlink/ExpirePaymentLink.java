package io.quittance.application.paymentlink;

import io.quittance.application.journal.Message;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;

/**
 * A merchant ends a link before its time. Upstream is asked while the merchant waits; asking again is safe, and is what to
 * do after {@link Outcome.Undecided}. A payment that began before may still come in and counts.
 */
@FunctionalInterface
public interface ExpirePaymentLink {
    /** What the bytes of its request count for. */
    String USE = "end of a payment link";

    Outcome expire(Merchant caller, Command command);

    /** @param message the request as it came in, for the journal */
    record Command(MerchantLinkId request, Message message) {}

    /** Everything that can become of it. */
    sealed interface Outcome {
        /** It has ended, now or before. */
        record Expired(PaymentLink link) implements Outcome {}

        /** It is paid: nothing was changed. */
        record Paid(PaymentLink link) implements Outcome {}

        record Unknown() implements Outcome {}

        /** Upstream says no: nothing was changed. */
        record Refused(Failure why) implements Outcome {}

        /** Upstream has not answered; or whether it has the link at all is not known. */
        record Undecided() implements Outcome {}

        /** Upstream does not accept our keys or our registration. */
        record Unaccepted() implements Outcome {}
    }
}
