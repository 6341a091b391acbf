package io.quittance.domain.authorization;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An amount that is held at the payer's issuer for a merchant's order, as upstream told it. Whether it may still be
 * captured or cancelled is decided by its {@link Standing}.
 *
 * <p>PayerMax "Auth-Capture": held for seven days; captured, at most the amount held, in its currency; or cancelled.
 *
 * @param account the one that told of it: whatever is asked of it goes there
 * @param order the merchant's number of the authorised order
 * @param token upstream's number of it, where that was told
 * @param authorizedAt when the payer's issuer agreed
 * @param hold where all that was asked has left it, as it is kept beside the rest; it decides nothing
 */
public record Authorization(
        MerchantId merchant,
        AccountId account,
        OutTradeNo order,
        Optional<TradeToken> token,
        Money authorized,
        Instant authorizedAt,
        Hold hold) {
    /** How long an amount is held. */
    public static final Duration VALID = Duration.ofDays(7);

    /** Where the hold stands; the names stand in the database. */
    public enum Hold {
        /** It may be captured or cancelled. */
        OPEN,
        /** A capture has not ended yet. */
        CAPTURING,
        /** A part was captured, and another capture may follow. */
        PARTLY_CAPTURED,
        /** Captured, and no other capture may follow. */
        CAPTURED,
        /** A cancel has not ended yet. */
        CANCELLING,
        CANCELLED
    }

    /** Why an operation may not begin. */
    public enum Obstacle {
        OTHER_CURRENCY,
        /** More than was authorized, or than is left of it. */
        ABOVE_AUTHORIZED,
        /** It was captured or cancelled, and nothing of the kind may follow. */
        CLOSED,
        /** Its seven days are over. */
        EXPIRED,
        /** Another operation has not ended yet; if that fails, this one may be asked for again. */
        IN_FLIGHT
    }

    public Authorization {
        Objects.requireNonNull(merchant, "merchant");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(authorized, "authorized");
        Objects.requireNonNull(authorizedAt, "authorizedAt");
        Objects.requireNonNull(hold, "hold");
    }

    /** The first instant at which it counts no more. */
    public Instant expiresAt() {
        return authorizedAt.plus(VALID);
    }

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt());
    }

    /** The same in another hold. */
    Authorization with(Hold next) {
        return new Authorization(merchant, account, order, token, authorized, authorizedAt, next);
    }
}
