package io.quittance.domain.relay;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that upstream tells a merchant about and that we do not understand, as a refund: it has no state here, and
 * all that is told of it is passed on.
 *
 * @param account the one that told of it first
 * @param at when we first heard of it
 */
public record ForeignNews(NewsId id, MerchantId merchant, AccountId account, NewsTopic topic, Instant at) {
    public ForeignNews {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(merchant, "merchant");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(at, "at");
    }
}
