package io.quittance.application.simulator;

import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An order as the simulator took it, with the result that it will tell.
 *
 * @param number the simulator's own number
 * @param operation which call made it, as {@code capture}
 * @param request the id by which the same request is known again, unique per merchant and operation
 * @param failure why it will fail; empty if it succeeds
 * @param dueAt when its result is told next; empty if it never ends or its result was acknowledged
 * @param settledAt when it ends, or would
 * @param attempts how often its result was told
 */
public record SimulatedOrder(
        String number,
        MerchantId merchant,
        String operation,
        String request,
        String outTradeNo,
        Money amount,
        boolean last,
        Instant createdAt,
        Verdict verdict,
        Optional<Failure> failure,
        Instant settledAt,
        Optional<Instant> dueAt,
        int attempts) {

    /** How it ends; the names stand in the database. */
    public enum Verdict {
        SUCCESS,
        FAILED,
        PENDING
    }

    public SimulatedOrder {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(merchant, "merchant");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(dueAt, "dueAt");
    }

    /** Whether a later request asks for the same. */
    public boolean sameRequest(SimulatedOrder other) {
        return outTradeNo.equals(other.outTradeNo) && amount.equals(other.amount) && last == other.last;
    }
}
