package io.quittance.domain.authorization;

import io.quittance.domain.authorization.CancelEvent.CancelFailed;
import io.quittance.domain.authorization.CancelEvent.CancelSucceeded;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.lifecycle.Transition.Moved;
import io.quittance.domain.lifecycle.Transition.Refused;
import io.quittance.domain.lifecycle.Transition.Unmoved;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A merchant's wish to give an authorized amount back to the payer, and what became of it.
 *
 * <p>PENDING moves to SUCCESS or to FAILED and stays there. Of contradicting finals the first stands.
 *
 * @param order the authorised order that it releases
 * @param upstreamNo what upstream calls it, once that is known
 */
public record Cancel(
        CancelId id,
        MerchantId merchant,
        RequestId request,
        OutTradeNo order,
        Instant createdAt,
        Optional<UpstreamCancelNo> upstreamNo,
        State state) {
    public Cancel {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(merchant, "merchant");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(upstreamNo, "upstreamNo");
        Objects.requireNonNull(state, "state");
    }

    /** Where a cancel stands; each state holds what only it has. */
    public sealed interface State {
        record Pending() implements State {}

        record Succeeded(Instant at) implements State {}

        record Failed(Instant at, Failure why) implements State {}
    }

    /** What upstream says of a cancel. An order that is left out counts as unchanged. */
    public sealed interface Report {
        Optional<OutTradeNo> order();

        record Processing(Optional<OutTradeNo> order) implements Report {}

        record Settled(Optional<OutTradeNo> order, Instant at) implements Report {}

        record Declined(Optional<OutTradeNo> order, Instant at, Failure why) implements Report {}
    }

    /** A new one, as it stands before anybody upstream has heard of it. */
    public static Cancel requested(CancelId id, MerchantId merchant, RequestId request, OutTradeNo order, Instant at) {
        return new Cancel(id, merchant, request, order, at, Optional.empty(), new State.Pending());
    }

    /** Takes in a report. Total: whatever comes, whenever it comes, there is an answer. */
    public Transition<Cancel, CancelEvent> apply(Report report) {
        if (report.order().filter(other -> !other.equals(order)).isPresent()) {
            return new Refused<>(this, "another order");
        }
        return switch (state) {
            case State.Pending _ ->
                switch (report) {
                    case Report.Processing _ -> new Unmoved<>(this);
                    case Report.Settled(var _, var at) -> succeeded(at);
                    case Report.Declined(var _, var at, var why) -> failed(at, why);
                };
            case State.Succeeded _ ->
                switch (report) {
                    case Report.Processing _, Report.Settled _ -> new Unmoved<>(this);
                    case Report.Declined _ -> new Refused<>(this, "already succeeded");
                };
            case State.Failed _ ->
                switch (report) {
                    case Report.Processing _, Report.Declined _ -> new Unmoved<>(this);
                    case Report.Settled _ -> new Refused<>(this, "already failed");
                };
        };
    }

    /** Whether a request asks for exactly this cancel again. */
    public boolean sameRequest(OutTradeNo order) {
        return this.order.equals(order);
    }

    /** The same cancel, knowing upstream's number; the first number that it learns stays. */
    public Cancel numbered(UpstreamCancelNo no) {
        return upstreamNo.isPresent() ? this : with(Optional.of(no), state);
    }

    public boolean ended() {
        return !(state instanceof State.Pending);
    }

    private Transition<Cancel, CancelEvent> succeeded(Instant at) {
        Cancel next = with(upstreamNo, new State.Succeeded(at));
        return new Moved<>(next, List.of(new CancelSucceeded(next)));
    }

    private Transition<Cancel, CancelEvent> failed(Instant at, Failure why) {
        Cancel next = with(upstreamNo, new State.Failed(at, why));
        return new Moved<>(next, List.of(new CancelFailed(next)));
    }

    private Cancel with(Optional<UpstreamCancelNo> no, State next) {
        return new Cancel(id, merchant, request, order, createdAt, no, next);
    }
}
