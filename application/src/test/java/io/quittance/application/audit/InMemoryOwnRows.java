package io.quittance.application.audit;

import io.quittance.application.authorization.InMemoryPayments;
import io.quittance.application.capture.InMemoryOperations;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.paymentlink.InMemoryPaymentLinks;
import io.quittance.application.payout.InMemoryPayouts;
import io.quittance.application.relay.InMemoryNewsTold;
import io.quittance.application.relay.InMemoryRelays;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.PaymentId;
import io.quittance.domain.capture.Cancel;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.UpstreamNo;
import io.quittance.domain.money.Money;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.UpstreamTradeNo;
import io.quittance.domain.relay.NewsId;
import io.quittance.domain.relay.NewsTopic;
import io.quittance.domain.relay.RelayId;
import java.util.Optional;

/** What the twins of all tables say of an order, in the words of the tables. */
public record InMemoryOwnRows(
        InMemoryOperations operations,
        InMemoryPayouts payouts,
        InMemoryPayments payments,
        InMemoryPaymentLinks links,
        InMemoryRelays relays,
        InMemoryNewsTold news) {
    private static final Optional<String> NONE = Optional.empty();

    OwnRow of(ObjectRef about) {
        return switch (about.kind()) {
            case CAPTURE, CANCEL -> of(operations.find(about.operationId()).orElseThrow());
            case PAYOUT -> of(payouts.find(about.payoutId()).orElseThrow());
            case PAYMENT -> {
                Payment payment = payments.find(new PaymentId(about.id())).orElseThrow();
                yield new OwnRow(Optional.of(state(payment)), NONE, NONE, NONE, false);
            }
            case PAYMENT_LINK -> {
                PaymentLink link = links.find(about.linkId()).orElseThrow();
                yield new OwnRow(Optional.of(state(link)), text(link.offer().amount()), NONE, NONE, false);
            }
            case RELAY ->
                subject(relays.find(new RelayId(about.id())).orElseThrow().api());
            case NEWS -> {
                NewsTopic topic =
                        news.find(new NewsId(about.id())).orElseThrow().topic();
                yield subject(topic);
            }
        };
    }

    private static OwnRow subject(Object what) {
        return new OwnRow(NONE, NONE, Optional.of(what.toString()), NONE, false);
    }

    private static Optional<String> text(Money amount) {
        return Optional.of(amount.toString());
    }

    private OwnRow of(Operation operation) {
        String state = switch (operation.state()) {
            case Operation.State.Pending _ -> "PENDING";
            case Operation.State.Succeeded _ -> "SUCCESS";
            case Operation.State.Failed _ -> "FAILED";
        };
        boolean capture = operation instanceof Capture;
        return new OwnRow(
                Optional.of(state),
                operation.collects().filter(_ -> capture).map(Money::toString),
                operation instanceof Cancel ? Optional.of(operation.order().value()) : NONE,
                operation.upstreamNo().map(UpstreamNo::value),
                operations.of(operation.sort()).isOverdue(operation.id()));
    }

    private OwnRow of(Payout payout) {
        String state = switch (payout.state()) {
            case Payout.State.Pending _ -> "PENDING";
            case Payout.State.Succeeded _ -> "SUCCESS";
            case Payout.State.Failed _ -> "FAILED";
            case Payout.State.BouncedBack _ -> "BOUNCEBACK";
        };
        return new OwnRow(
                Optional.of(state),
                text(payout.trade()),
                NONE,
                payout.upstreamNo().map(UpstreamTradeNo::value),
                payouts.isOverdue(payout.id()));
    }

    private static String state(Payment payment) {
        return switch (payment.state()) {
            case Payment.State.Awaited _ -> "PENDING";
            case Payment.State.Succeeded _ -> "SUCCESS";
            case Payment.State.Failed _ -> "FAILED";
            case Payment.State.Closed _ -> "CLOSED";
        };
    }

    private static String state(PaymentLink link) {
        return switch (link.state()) {
            case PaymentLink.State.Active _ -> "ACTIVE";
            case PaymentLink.State.Paid _ -> "PAID";
            case PaymentLink.State.Expired _ -> "EXPIRED";
        };
    }
}
