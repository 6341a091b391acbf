package io.quittance.domain.authorization;

import io.quittance.domain.authorization.Authorization.Hold;
import io.quittance.domain.authorization.Authorization.Obstacle;
import io.quittance.domain.capture.Cancel;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An authorization and all that was asked of it. What may still begin, and where the hold stands, follow from the sums
 * alone, so they are the same whatever the operations learned of each other, and in whatever order they ended.
 *
 * <p>Captures share the amount: what is pending or collected is nobody else's. A final capture leaves nothing to others.
 * A capture in another currency, which only somebody else can have made, cannot be held against the amount, so it leaves
 * nothing either. A cancel gives back the whole, so it stands beside no capture.
 */
public record Standing(Authorization authorization, Operations all, CaptureAllowance allowed) {
    public Standing {
        Objects.requireNonNull(authorization, "authorization");
        Objects.requireNonNull(all, "all");
        Objects.requireNonNull(allowed, "allowed");
        if (!all.currency().equals(authorization.authorized().currency())) {
            throw new IllegalArgumentException("operations summed in " + all.currency() + " (expected: "
                    + authorization.authorized().currency() + ")");
        }
    }

    /**
     * What keeps an operation from beginning now; empty if nothing does. Total: whatever was asked before. What the
     * request itself gets wrong comes first, as it will never be right; then what is over for good; then what may pass:
     * once all that is pending has failed, nothing is in its way.
     */
    public Optional<Obstacle> obstacle(Operation asked, Instant now) {
        BigDecimal amount = asked.collects().map(Money::amount).orElse(BigDecimal.ZERO);
        if (asked.collects()
                .filter(one -> !one.currency().equals(all.currency()))
                .isPresent()) {
            return Optional.of(Obstacle.OTHER_CURRENCY);
        }
        if (isAbove(amount)) {
            return Optional.of(Obstacle.ABOVE_AUTHORIZED);
        }
        if (isOver(asked)) {
            return Optional.of(Obstacle.CLOSED);
        }
        if (authorization.expired(now)) {
            return Optional.of(Obstacle.EXPIRED);
        }
        if (isAbove(all.collected().sum().add(amount))) {
            return Optional.of(Obstacle.ABOVE_AUTHORIZED);
        }
        return waits(asked) ? Optional.of(Obstacle.IN_FLIGHT) : Optional.empty();
    }

    /** Where all that was asked leaves the hold: what ended well decides, then what is in flight. */
    public Hold hold() {
        if (all.cancelled() > 0) {
            return Hold.CANCELLED;
        }
        if (isCollected()) {
            return Hold.CAPTURED;
        }
        if (all.cancelling() > 0) {
            return Hold.CANCELLING;
        }
        if (all.pending().any()) {
            return Hold.CAPTURING;
        }
        return all.collected().any() ? Hold.PARTLY_CAPTURED : Hold.OPEN;
    }

    /** The authorization with its hold as that follows from all that was asked. */
    public Authorization followed() {
        return authorization.with(hold());
    }

    /** After one more was asked. */
    public Standing plus(Operation one) {
        return new Standing(authorization, all.plus(one), allowed);
    }

    private boolean isOver(Operation asked) {
        return all.cancelled() > 0
                || isCollected()
                || asked instanceof Cancel && all.collected().any();
    }

    /** Whether what was collected leaves nothing to collect. */
    private boolean isCollected() {
        Captures collected = all.collected();
        return collected.any()
                && (leavesNothing(collected)
                        || allowed.isSpentBy(collected.count())
                        || collected.sum().compareTo(authorization.authorized().amount()) >= 0);
    }

    private boolean waits(Operation asked) {
        return all.cancelling() > 0
                || all.pending().any()
                        && switch (asked) {
                            case Cancel _ -> true;
                            case Capture capture -> !fitsBesidePending(capture);
                        };
    }

    /** A final one never does: it could overtake them upstream, and what it leaves is given back. */
    private boolean fitsBesidePending(Capture capture) {
        Captures pending = all.pending();
        BigDecimal taken = all.collected().sum().add(pending.sum());
        return !capture.last()
                && !leavesNothing(pending)
                && !allowed.isSpentBy(all.collected().count() + pending.count())
                && !isAbove(taken.add(capture.amount().amount()));
    }

    private static boolean leavesNothing(Captures captures) {
        return captures.last() || captures.otherCurrency();
    }

    private boolean isAbove(BigDecimal amount) {
        return amount.compareTo(authorization.authorized().amount()) > 0;
    }
}
