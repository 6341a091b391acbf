package io.quittance.domain.authorization;

import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An amount that is held at the payer's issuer for a merchant's order, as upstream told it, and whether it may still be
 * captured or cancelled.
 *
 * <p>PayerMax "Auth-Capture": held for seven days; captured once, at most the amount held, in its currency; or
 * cancelled.
 *
 * @param order the merchant's number of the authorised order
 * @param token upstream's number of it, where that was told
 * @param authorizedAt when the payer's issuer agreed
 */
public record Authorization(
        MerchantId merchant,
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
        CAPTURED,
        /** A cancel has not ended yet. */
        CANCELLING,
        CANCELLED
    }

    /** Why an operation may not begin. */
    public enum Obstacle {
        OTHER_CURRENCY,
        /** More than was authorized. */
        ABOVE_AUTHORIZED,
        /** It was captured or cancelled. */
        CLOSED,
        /** Its seven days are over. */
        EXPIRED,
        /** Another operation has not ended yet; if that fails, this one may be asked for again. */
        IN_FLIGHT
    }

    public Authorization {
        Objects.requireNonNull(merchant, "merchant");
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

    /**
     * What keeps an operation from beginning now; empty if nothing does. Total: for every hold and every operation.
     * What the request itself gets wrong comes first, as it will never be right; then what is over for good; then what
     * may pass.
     */
    public Optional<Obstacle> obstacle(Operation asked, Instant now) {
        return asked.collects().flatMap(this::ofAmount).or(() -> ofHold(now));
    }

    private Optional<Obstacle> ofAmount(Money collects) {
        if (!collects.currency().equals(authorized.currency())) {
            return Optional.of(Obstacle.OTHER_CURRENCY);
        }
        boolean above = collects.amount().compareTo(authorized.amount()) > 0;
        return above ? Optional.of(Obstacle.ABOVE_AUTHORIZED) : Optional.empty();
    }

    private Optional<Obstacle> ofHold(Instant now) {
        return switch (hold) {
            case CAPTURED, CANCELLED -> Optional.of(Obstacle.CLOSED);
            case CAPTURING, CANCELLING -> Optional.of(expired(now) ? Obstacle.EXPIRED : Obstacle.IN_FLIGHT);
            case OPEN -> expired(now) ? Optional.of(Obstacle.EXPIRED) : Optional.empty();
        };
    }

    private boolean expired(Instant now) {
        return !now.isBefore(expiresAt());
    }

    /** The same, where all that was asked of it leaves its hold: after a failed capture or cancel it is open again. */
    public Authorization after(Operations all) {
        return new Authorization(merchant, order, token, authorized, authorizedAt, all.hold());
    }
}
