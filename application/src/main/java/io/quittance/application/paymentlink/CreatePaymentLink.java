package io.quittance.application.paymentlink;

import io.quittance.application.journal.Message;
import io.quittance.domain.account.Route;
import io.quittance.domain.account.Service;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.Offer;
import io.quittance.domain.paymentlink.PaymentLink;
import java.time.Duration;
import java.util.Optional;

/**
 * A merchant asks for a link. The link is kept before upstream is asked, and upstream is asked while the merchant waits,
 * up to some nine seconds. Asking again with the same content is safe, and is what to do after {@link Outcome.Undecided}.
 */
@FunctionalInterface
public interface CreatePaymentLink {
    /** What the bytes of its request count for. */
    String USE = "payment link";

    Outcome create(Merchant caller, Command command);

    /**
     * @param validity how long the link can be opened
     * @param message the request as it came in, for the journal
     */
    record Command(MerchantLinkId request, Offer offer, Duration validity, Message message) {
        /** What decides which account it takes. */
        Route.Order routed() {
            return new Route.Order(
                    Service.PAYMENT_LINK, Optional.of(offer.amount().currency()), Optional.of(offer.country()));
        }
    }

    /** Everything that can become of it. */
    sealed interface Outcome {
        record Created(PaymentLink link) implements Outcome {}

        /** Same id, same content: the same link, as it stands now. */
        record Repeated(PaymentLink link) implements Outcome {}

        /** Same id, other content: nothing was changed. */
        record Conflicting(PaymentLink earlier) implements Outcome {}

        /** Upstream says no. The same id may be used again, with other content. */
        record Refused(Failure why) implements Outcome {}

        /** Upstream has another link under that id. The same id may be used again, with other content. */
        record AnotherUpstream() implements Outcome {}

        /** Upstream has not answered, or is being asked right now. */
        record Undecided() implements Outcome {}

        /** Upstream does not accept our keys or our registration. */
        record Unaccepted() implements Outcome {}

        /** None of the merchant's accounts has such links: nothing is kept of the request. */
        record NotServed() implements Outcome {}
    }
}
