package io.quittance.application.paymentlink;

import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;
import java.util.Optional;

/** Where payment links stand now, with their transactions. */
public interface PaymentLinks {
    /**
     * Keeps a new link, unless this merchant's id for it is known; a unique key decides, whoever races. In a transaction,
     * what it answers is committed or the caller's own.
     */
    Added add(PaymentLink link);

    Optional<PaymentLink> find(MerchantId merchant, MerchantLinkId request);

    Optional<PaymentLink> find(LinkId id);

    /** Reads for a decision: until the end of the transaction nobody else gets that link. */
    Optional<PaymentLink> lock(MerchantId merchant, MerchantLinkId request);

    /** Reads for a decision: until the end of the transaction nobody else gets that link. */
    Optional<PaymentLink> lock(LinkId id);

    /**
     * Keeps what a locked link has become; a transaction once kept is never taken away.
     *
     * @throws IllegalStateException if there is no such link
     */
    void replace(PaymentLink next);

    /** What became of {@link #add}. */
    sealed interface Added {
        record New() implements Added {}

        /** The link that used this id before, as it is now. */
        record Known(PaymentLink earlier) implements Added {}

        /** Our id is another link's; only upstream's ids of adopted links can collide. */
        record IdTaken() implements Added {}
    }
}
