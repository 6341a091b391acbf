package io.quittance.application.capture;

import io.quittance.application.journal.Message;
import io.quittance.domain.account.Route;
import io.quittance.domain.account.Service;
import io.quittance.domain.authorization.Authorization.Obstacle;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.money.Money;
import java.util.Optional;

/**
 * A merchant asks to collect an authorised amount, or to give it back. Asking again with the same request id is safe, and
 * is how a merchant learns where the operation stands, as the protocol has no query for it.
 */
@FunctionalInterface
public interface RequestOperation {
    /** Once it answers, the operation is durable. */
    Outcome request(Merchant caller, Command command);

    /** What is asked. */
    sealed interface Command {
        RequestId request();

        OutTradeNo order();

        /** What decides which account it takes. */
        default Route.Order routed() {
            return switch (this) {
                case Collect collect ->
                    new Route.Order(
                            Service.CAPTURE, Optional.of(collect.amount().currency()), Optional.empty());
                case Release _ -> Route.Order.of(Service.CANCEL);
            };
        }

        /** By what its merchant will know it. */
        default Operation.Key key() {
            return switch (this) {
                case Collect _ -> new Operation.Key(Operation.Sort.CAPTURE, request());
                case Release _ -> new Operation.Key(Operation.Sort.CANCEL, request());
            };
        }

        /** The request as it came in, for the journal. */
        Message message();

        /** What the bytes of its request count for. */
        default String use() {
            return switch (this) {
                case Collect _ -> "capture";
                case Release _ -> "cancel";
            };
        }

        /** A capture. */
        record Collect(RequestId request, OutTradeNo order, Money amount, boolean last, Message message)
                implements Command {}

        /** A cancel: the whole amount is given back, there is no partial one. */
        record Release(RequestId request, OutTradeNo order, Message message) implements Command {}
    }

    /** Everything that can become of it. */
    sealed interface Outcome {
        record Accepted(Operation operation) implements Outcome {}

        /** Same id, same content: the same operation, as it stands now. */
        record Repeated(Operation operation) implements Outcome {}

        /** Same id, other content: nothing was changed. */
        record Conflicting(Operation earlier) implements Outcome {}

        /** What is known of the order's authorization does not allow it: nothing is kept of the request. */
        record NotAllowed(Obstacle why) implements Outcome {}

        /** None of the merchant's accounts does that, or not the one that holds the amount: nothing is kept of the request. */
        record NotServed() implements Outcome {}
    }
}
