package io.quittance.application.authorization;

import io.quittance.domain.authorization.Authorization;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.merchant.MerchantId;
import java.util.Objects;
import java.util.Optional;

/**
 * Lets captures and cancels of one authorized order begin one after the other. Always inside a unit of work, and always
 * in this order of locks: first the order, then what is asked of it; so that nobody waits in a circle.
 */
public final class Holds {
    private final Authorizations authorizations;

    public Holds(Authorizations authorizations) {
        this.authorizations = Objects.requireNonNull(authorizations, "authorizations");
    }

    /**
     * Until the end of the transaction nothing of that order begins or ends elsewhere.
     *
     * @return what is known of its authorization; where nothing is, upstream decides what may begin
     */
    public Optional<Authorization> lock(MerchantId merchant, OutTradeNo order) {
        return authorizations.lock(merchant, order);
    }

    /**
     * A capture or a cancel of that order has begun or ended, in this transaction: keeps where that leaves the hold.
     */
    public void follow(MerchantId merchant, OutTradeNo order) {
        authorizations.lock(merchant, order).ifPresent(this::follow);
    }

    /** The same, of an order that the caller has locked. */
    public void follow(Authorization known) {
        Authorization next = known.after(authorizations.operations(known.merchant(), known.order()));
        if (!next.equals(known)) {
            authorizations.keep(next);
        }
    }

    /** Keeps a newly told authorization; counts what was asked of it before we knew. Once known it stays. */
    public void learn(Authorization told) {
        if (authorizations.lock(told.merchant(), told.order()).isEmpty()) {
            authorizations.keep(told.after(authorizations.operations(told.merchant(), told.order())));
        }
    }
}
