package io.quittance.application.story;

import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.lifecycle.Causality;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where an order of any kind stands, in the words of its kind.
 *
 * @param about our number of it
 * @param theirs what its merchant calls it, as the protocol's fields name that; empty where the merchant never named it
 * @param upstream what upstream calls it
 * @param state in the words of our tables, as {@code PENDING}; of what we do not understand, that it was passed on
 * @param detail more of that: of a payout upstream's own word, of a link how far it has come upstream, of what was passed on
 *     what it was
 * @param amount what it is about; empty where it is about none
 * @param endedAt when it ended, as it was told: upstream tells whole seconds, so it may be before it was made; a payment link does
 *     not tell
 * @param overdueAt since when a person should look at it
 */
public record Summary(
        ObjectRef about,
        MerchantId merchant,
        AccountId account,
        List<Named> theirs,
        Optional<String> upstream,
        String state,
        Optional<String> detail,
        Optional<Money> amount,
        Instant createdAt,
        Optional<Instant> endedAt,
        Optional<Failure> failure,
        Optional<Instant> overdueAt) {
    public Summary {
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(merchant, "merchant");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(createdAt, "createdAt");
        theirs = List.copyOf(theirs);
    }

    /** When it ended, and never before it was made: what is shown where there is no story. */
    public Optional<Instant> endShown() {
        return Causality.notBefore(createdAt, endedAt);
    }

    /** A number under the name that it has in the protocol, as {@code outTradeNo}. */
    public record Named(String field, String value) {}
}
