package io.quittance.application.paymentlink;

import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;

/** A merchant looks at one of its links: what we know, without asking upstream. */
@FunctionalInterface
public interface FindPaymentLink {
    Outcome find(Merchant caller, MerchantLinkId request);

    /** Everything that can come of it. */
    sealed interface Outcome {
        record Found(PaymentLink link) implements Outcome {}

        /** This merchant has no such link, or upstream refused it. */
        record Unknown() implements Outcome {}

        /** Whether upstream has it is not known: asking for it again finds out. */
        record Undecided() implements Outcome {}
    }

    /** Looks among those links. */
    static FindPaymentLink among(PaymentLinks links) {
        return (caller, request) -> links.find(caller.id(), request)
                .map(link -> switch (link.opening()) {
                    case PaymentLink.Opening.Opened _ -> new Outcome.Found(link);
                    case PaymentLink.Opening.Unheard _, PaymentLink.Opening.Asking _, PaymentLink.Opening.Doubtful _
                    when link.isPaid() -> new Outcome.Found(link);
                    case PaymentLink.Opening.Unheard _ -> new Outcome.Unknown();
                    case PaymentLink.Opening.Asking _, PaymentLink.Opening.Doubtful _ -> new Outcome.Undecided();
                })
                .orElseGet(Outcome.Unknown::new);
    }
}
