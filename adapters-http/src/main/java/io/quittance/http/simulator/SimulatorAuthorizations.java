package io.quittance.http.simulator;

import io.quittance.application.account.Holder;
import io.quittance.application.simulator.SimulatedOrder.Verdict;
import io.quittance.domain.authorization.TradeToken;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.money.Money;
import io.quittance.http.simulator.SimulatorDesk.Receipt;
import io.quittance.http.simulator.SimulatorDesk.Slip;
import java.util.Optional;

/** Makes authorizations, as a payer's visit to PayerMax's cashier would; their result is told by a notification. */
public final class SimulatorAuthorizations {
    private final SimulatorDesk desk;

    public SimulatorAuthorizations(SimulatorDesk desk) {
        this.desk = desk;
    }

    /** How it ends; the names are the wire's. */
    public enum Status {
        SUCCESS,
        FAILED,
        CLOSED
    }

    /** @return the simulator's number of it; empty if that order was authorized before in another way */
    public Optional<TradeToken> authorize(Holder holder, OutTradeNo order, Money amount, Status status) {
        Receipt receipt = desk.take(
                holder,
                new Slip(
                        SimulatedAuthorization.OPERATION,
                        order.value(),
                        SimulatedAuthorization.asked(order, amount, status),
                        status == Status.SUCCESS ? Verdict.SUCCESS : Verdict.FAILED,
                        failure(status)));
        return receipt.same() ? Optional.of(new TradeToken(receipt.order().number())) : Optional.empty();
    }

    private static Optional<Failure> failure(Status status) {
        return switch (status) {
            case SUCCESS -> Optional.empty();
            case FAILED, CLOSED -> Optional.of(SimulatedAuthorization.FAILURE);
        };
    }
}
