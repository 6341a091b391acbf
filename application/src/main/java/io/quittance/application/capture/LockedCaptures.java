package io.quittance.application.capture;

import io.quittance.application.authorization.Holds;
import io.quittance.domain.authorization.Authorization;
import io.quittance.domain.authorization.Authorization.Obstacle;
import io.quittance.domain.authorization.Authorization.Operation;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Captures under the lock of their order: whoever decides something about one gets the order first, then the capture.
 */
public final class LockedCaptures {
    private final Captures captures;
    private final Holds holds;

    public LockedCaptures(Captures captures, Holds holds) {
        this.captures = Objects.requireNonNull(captures, "captures");
        this.holds = Objects.requireNonNull(holds, "holds");
    }

    /** What became of a wish to begin. */
    sealed interface Begun {
        record New() implements Begun {}

        /** The capture that used this request id before, as it is now. */
        record Known(Capture earlier) implements Begun {}

        /** The authorization does not allow it; nothing is kept of it. */
        record NotAllowed(Obstacle why) implements Begun {}
    }

    /** Reads without any lock. */
    Optional<Capture> find(MerchantId merchant, RequestId request) {
        return captures.find(merchant, request);
    }

    /** @param told the order that whoever speaks of an unknown capture names */
    Optional<Capture> lock(MerchantId merchant, RequestId request, Optional<OutTradeNo> told) {
        captures.find(merchant, request)
                .map(Capture::order)
                .or(() -> told)
                .ifPresent(order -> holds.lock(merchant, order));
        return captures.lock(merchant, request);
    }

    Optional<Capture> lock(CaptureId id) {
        captures.find(id).ifPresent(capture -> holds.lock(capture.merchant(), capture.order()));
        return captures.lock(id);
    }

    /**
     * Keeps a new capture, unless its request id is known or its authorization does not allow it. Who asked at the same
     * moment with the same id, and waited for the order's lock, is still told of the capture and not of what it closed.
     */
    Begun begin(Capture asked, Instant now) {
        Optional<Capture> earlier = captures.find(asked.merchant(), asked.request());
        if (earlier.isPresent()) {
            return new Begun.Known(earlier.get());
        }
        Optional<Authorization> held = holds.lock(asked.merchant(), asked.order());
        Optional<Obstacle> obstacle = held.flatMap(known -> known.obstacle(new Operation.Collect(asked.amount()), now));
        if (obstacle.isPresent()) {
            return captures.find(asked.merchant(), asked.request())
                    .<Begun>map(Begun.Known::new)
                    .orElseGet(() -> new Begun.NotAllowed(obstacle.get()));
        }
        return switch (captures.add(asked)) {
            case Captures.Added.New _ -> {
                held.ifPresent(holds::follow);
                yield new Begun.New();
            }
            case Captures.Added.Known(var known) -> new Begun.Known(known);
            case Captures.Added.NumberTaken _ ->
                throw new IllegalStateException("capture number " + asked.id() + " was given twice");
        };
    }

    /** Keeps a capture that upstream has already, whatever its authorization would have said. */
    Captures.Added add(Capture capture) {
        Captures.Added added = captures.add(capture);
        if (added instanceof Captures.Added.New) {
            holds.follow(capture.merchant(), capture.order());
        }
        return added;
    }
}
