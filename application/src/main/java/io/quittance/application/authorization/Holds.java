package io.quittance.application.authorization;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.authorization.Authorization;
import io.quittance.domain.authorization.CaptureAllowance;
import io.quittance.domain.authorization.Standing;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.merchant.MerchantId;
import java.util.Objects;
import java.util.Optional;

/**
 * Lets captures and cancels of one authorized order begin and end one after the other. Always inside a unit of work, and always
 * in this order of locks: first the order, then what is asked of it; so that nobody waits in a circle.
 */
public final class Holds {
    private final Authorizations authorizations;
    private final CaptureAllowance allowed;

    public Holds(Authorizations authorizations) {
        this(authorizations, CaptureAllowance.DOCUMENTED);
    }

    public Holds(Authorizations authorizations, CaptureAllowance allowed) {
        this.authorizations = Objects.requireNonNull(authorizations, "authorizations");
        this.allowed = Objects.requireNonNull(allowed, "allowed");
    }

    /** Until the end of the transaction nothing of that order begins or ends elsewhere. */
    public void lock(MerchantId merchant, OutTradeNo order) {
        authorizations.lock(merchant, order);
    }

    /**
     * The same lock.
     *
     * @return its authorization and all that was asked of it; where no authorization is known, upstream decides what may
     *     begin
     */
    public Optional<Standing> standing(MerchantId merchant, OutTradeNo order) {
        return authorizations.lock(merchant, order).map(this::standing);
    }

    /** Who told of that order's authorization, as far as it is known; without any lock. */
    public Optional<AccountId> account(MerchantId merchant, OutTradeNo order) {
        return authorizations.find(merchant, order).map(Authorization::account);
    }

    /** A capture or a cancel has begun in this transaction: keeps where that leaves the hold. */
    public void begun(Standing before, Operation one) {
        keep(before.plus(one));
    }

    /** Captures or cancels of that order have begun or ended in this transaction: the same, summed anew. */
    public void follow(MerchantId merchant, OutTradeNo order) {
        standing(merchant, order).ifPresent(this::keep);
    }

    /** Keeps a newly told authorization; what was asked of it before we knew counts. Once known it stays. */
    public void learn(Authorization told) {
        if (authorizations.lock(told.merchant(), told.order()).isEmpty()) {
            authorizations.keep(standing(told).followed());
        }
    }

    private Standing standing(Authorization known) {
        return new Standing(known, authorizations.operations(known), allowed);
    }

    private void keep(Standing now) {
        Authorization next = now.followed();
        if (!next.equals(now.authorization())) {
            authorizations.keep(next);
        }
    }
}
