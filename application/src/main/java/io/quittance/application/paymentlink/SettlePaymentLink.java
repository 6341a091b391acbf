package io.quittance.application.paymentlink;

import io.quittance.application.account.Holder;
import io.quittance.application.journal.Message;
import io.quittance.application.lifecycle.Settled;
import io.quittance.domain.paymentlink.LinkTransaction;
import io.quittance.domain.paymentlink.LinkUrls;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.Offer;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.UpstreamLinkId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Upstream reports on a link. Any number of times, in any order; the sender may be acknowledged whatever the outcome, as
 * telling us again would not change it.
 */
@FunctionalInterface
public interface SettlePaymentLink {
    /**
     * Once it answers, what was told is durable.
     *
     * @param candidates for whom the message may be, each at the account whose key verified it; at least one
     */
    Settled settle(List<Holder> candidates, Told told);

    /**
     * What a notification says.
     *
     * @param number upstream's id of the link, where it was told
     * @param offer what makes a link of it that we never saw, if enough was told for that
     * @param expiresAt when the link ends, where that was told
     * @param expired whether it has ended
     */
    record Told(
            MerchantLinkId request,
            Optional<UpstreamLinkId> number,
            LinkUrls urls,
            PaymentLink.Terms terms,
            Optional<Offer> offer,
            Optional<Instant> expiresAt,
            boolean expired,
            List<LinkTransaction> transactions,
            Message message) {
        public Told {
            Objects.requireNonNull(request, "request");
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(urls, "urls");
            Objects.requireNonNull(terms, "terms");
            Objects.requireNonNull(offer, "offer");
            Objects.requireNonNull(expiresAt, "expiresAt");
            Objects.requireNonNull(message, "message");
            transactions = List.copyOf(transactions);
        }

        /** The same, told by that message. */
        public Told by(Message other) {
            return new Told(request, number, urls, terms, offer, expiresAt, expired, transactions, other);
        }
    }
}
