package io.quittance.application.authorization;

import io.quittance.domain.authorization.Authorization;
import io.quittance.domain.authorization.Authorization.Obstacle;
import io.quittance.domain.authorization.Authorization.Operation;
import io.quittance.domain.authorization.Cancel;
import io.quittance.domain.authorization.CancelId;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Cancels under the lock of their order: whoever decides something about one gets the order first, then the cancel. */
public final class LockedCancels {
    private final Cancels cancels;
    private final Holds holds;

    public LockedCancels(Cancels cancels, Holds holds) {
        this.cancels = Objects.requireNonNull(cancels, "cancels");
        this.holds = Objects.requireNonNull(holds, "holds");
    }

    /** What became of a wish to begin. */
    sealed interface Begun {
        record New() implements Begun {}

        /** The cancel that used this request id before, as it is now. */
        record Known(Cancel earlier) implements Begun {}

        /** The authorization does not allow it; nothing is kept of it. */
        record NotAllowed(Obstacle why) implements Begun {}
    }

    /** Reads without any lock. */
    Optional<Cancel> find(MerchantId merchant, RequestId request) {
        return cancels.find(merchant, request);
    }

    /** @param told the order that whoever speaks of an unknown cancel names */
    Optional<Cancel> lock(MerchantId merchant, RequestId request, Optional<OutTradeNo> told) {
        cancels.find(merchant, request)
                .map(Cancel::order)
                .or(() -> told)
                .ifPresent(order -> holds.lock(merchant, order));
        return cancels.lock(merchant, request);
    }

    Optional<Cancel> lock(CancelId id) {
        cancels.find(id).ifPresent(cancel -> holds.lock(cancel.merchant(), cancel.order()));
        return cancels.lock(id);
    }

    /**
     * Keeps a new cancel, unless its request id is known or its authorization does not allow it. Who asked at the same
     * moment with the same id, and waited for the order's lock, is still told of the cancel and not of what it closed.
     */
    Begun begin(Cancel asked, Instant now) {
        Optional<Cancel> earlier = cancels.find(asked.merchant(), asked.request());
        if (earlier.isPresent()) {
            return new Begun.Known(earlier.get());
        }
        Optional<Authorization> held = holds.lock(asked.merchant(), asked.order());
        Optional<Obstacle> obstacle = held.flatMap(known -> known.obstacle(new Operation.Release(), now));
        if (obstacle.isPresent()) {
            return cancels.find(asked.merchant(), asked.request())
                    .<Begun>map(Begun.Known::new)
                    .orElseGet(() -> new Begun.NotAllowed(obstacle.get()));
        }
        return switch (cancels.add(asked)) {
            case Cancels.Added.New _ -> {
                held.ifPresent(holds::follow);
                yield new Begun.New();
            }
            case Cancels.Added.Known(var known) -> new Begun.Known(known);
            case Cancels.Added.NumberTaken _ ->
                throw new IllegalStateException("cancel number " + asked.id() + " was given twice");
        };
    }

    /** Keeps a cancel that upstream has already, whatever its authorization would have said. */
    Cancels.Added add(Cancel cancel) {
        Cancels.Added added = cancels.add(cancel);
        if (added instanceof Cancels.Added.New) {
            holds.follow(cancel.merchant(), cancel.order());
        }
        return added;
    }
}
