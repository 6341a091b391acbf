package io.quittance.domain.capture;

import io.quittance.domain.capture.CaptureEvent.CaptureFailed;
import io.quittance.domain.capture.CaptureEvent.CaptureSucceeded;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.lifecycle.Transition;
import io.quittance.domain.lifecycle.Transition.Moved;
import io.quittance.domain.lifecycle.Transition.Refused;
import io.quittance.domain.lifecycle.Transition.Unmoved;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A merchant's wish to collect an authorised amount, and what became of it.
 *
 * <p>PENDING moves to SUCCESS or to FAILED and stays there. Of contradicting finals the first stands.
 *
 * @param order the authorised order that it collects from
 * @param last whether it was asked for as the final capture of that order ({@code isFinal})
 * @param upstreamNo what upstream calls it, once that is known
 */
public record Capture(
        CaptureId id,
        MerchantId merchant,
        RequestId request,
        OutTradeNo order,
        Money amount,
        boolean last,
        Instant createdAt,
        Optional<UpstreamCaptureNo> upstreamNo,
        State state) {
    public Capture {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(merchant, "merchant");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(upstreamNo, "upstreamNo");
        Objects.requireNonNull(state, "state");
    }

    /** Where a capture stands; each state holds what only it has. */
    public sealed interface State {
        record Pending() implements State {}

        record Succeeded(Instant at) implements State {}

        record Failed(Instant at, Failure why) implements State {}
    }

    /** What upstream says of a capture. */
    public sealed interface Report {
        Terms terms();

        record Processing(Terms terms) implements Report {}

        record Settled(Terms terms, Instant at) implements Report {}

        record Declined(Terms terms, Instant at, Failure why) implements Report {}
    }

    /** What a report says of the terms. What it leaves out counts as unchanged: the provider's own sample leaves out both. */
    public record Terms(Optional<OutTradeNo> order, Optional<BigDecimal> amount, Optional<Currency> currency) {
        /** A report that speaks of no terms at all. */
        public static final Terms UNSAID = new Terms(Optional.empty(), Optional.empty(), Optional.empty());

        /** The terms of a report that says them all. */
        public static Terms of(OutTradeNo order, Money amount) {
            return new Terms(Optional.of(order), Optional.of(amount.amount()), Optional.of(amount.currency()));
        }
    }

    /** A new one, as it stands before anybody upstream has heard of it. */
    public static Capture requested(
            CaptureId id,
            MerchantId merchant,
            RequestId request,
            OutTradeNo order,
            Money amount,
            boolean last,
            Instant at) {
        return new Capture(id, merchant, request, order, amount, last, at, Optional.empty(), new State.Pending());
    }

    /** Takes in a report. Total: whatever comes, whenever it comes, there is an answer. */
    public Transition<Capture, CaptureEvent> apply(Report report) {
        Optional<String> contradiction = contradiction(report.terms());
        if (contradiction.isPresent()) {
            return new Refused<>(this, contradiction.get());
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

    /** Whether a request asks for exactly this capture again; amounts are compared by value. */
    public boolean sameRequest(OutTradeNo order, Money amount, boolean last) {
        return this.order.equals(order) && this.amount.equals(amount) && this.last == last;
    }

    /** The same capture, knowing upstream's number; the first number that it learns stays. */
    public Capture numbered(UpstreamCaptureNo no) {
        return upstreamNo.isPresent() ? this : with(Optional.of(no), state);
    }

    public boolean ended() {
        return !(state instanceof State.Pending);
    }

    private Optional<String> contradiction(Terms told) {
        if (told.order().filter(other -> !other.equals(order)).isPresent()) {
            return Optional.of("another order");
        }
        if (told.currency().filter(other -> !other.equals(amount.currency())).isPresent()) {
            return Optional.of("another currency");
        }
        if (told.amount().filter(other -> other.compareTo(amount.amount()) != 0).isPresent()) {
            return Optional.of("another amount");
        }
        return Optional.empty();
    }

    private Transition<Capture, CaptureEvent> succeeded(Instant at) {
        Capture next = with(upstreamNo, new State.Succeeded(at));
        return new Moved<>(next, List.of(new CaptureSucceeded(next)));
    }

    private Transition<Capture, CaptureEvent> failed(Instant at, Failure why) {
        Capture next = with(upstreamNo, new State.Failed(at, why));
        return new Moved<>(next, List.of(new CaptureFailed(next)));
    }

    private Capture with(Optional<UpstreamCaptureNo> no, State next) {
        return new Capture(id, merchant, request, order, amount, last, createdAt, no, next);
    }
}
