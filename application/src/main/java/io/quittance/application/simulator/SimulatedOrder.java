package io.quittance.application.simulator;

import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Stretch;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An order as the simulator took it, with the result that it will tell.
 *
 * @param number the simulator's own number
 * @param account the one that it was asked for under, which hears its results
 * @param operation which call made it, as {@code capture}
 * @param request the id by which the same request is known again, unique per merchant and operation
 * @param asked what was asked, in the form that the operation's adapter writes; stored encrypted
 * @param failure why it will fail; empty if it succeeds
 * @param settledAt when it ends, or would
 * @param dueAt when its result is told next; empty if it never ends or all its results were acknowledged
 * @param told how many of its results were acknowledged; a payout that bounces back has two
 * @param attempts how often the result that is due was told
 */
public record SimulatedOrder(
        String number,
        MerchantId merchant,
        AccountId account,
        String operation,
        String request,
        Bytes asked,
        Instant createdAt,
        Verdict verdict,
        Optional<Failure> failure,
        Instant settledAt,
        Optional<Instant> dueAt,
        int told,
        int attempts) {

    /** How it ends; the names stand in the database. */
    public enum Verdict {
        SUCCESS,
        FAILED,
        PENDING,
        /** It succeeds, and is returned later. */
        BOUNCEBACK
    }

    public SimulatedOrder {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(merchant, "merchant");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(asked, "asked");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(dueAt, "dueAt");
    }

    /** Where its results are told from. */
    public Shard shard() {
        return Shard.of(number);
    }

    /** Where its results wait to be told: in the lane of the merchant whose callback endpoints hear of them. */
    public Stretch stretch() {
        return new Stretch(shard(), merchant.value());
    }

    /** Whether a later request asks for the same. */
    public boolean sameRequest(SimulatedOrder other) {
        return asked.equals(other.asked);
    }

    /** The same, whose result is told to nobody. */
    public SimulatedOrder untold() {
        return with(Optional.empty(), told, attempts);
    }

    /** The same, whose result was told once more to no avail. */
    public SimulatedOrder again(Instant at) {
        return with(Optional.of(at), told, attempts + 1);
    }

    /** The same, whose result was acknowledged. @param next when its next result is due, if it has one */
    public SimulatedOrder acknowledged(Optional<Instant> next) {
        return with(next, told + 1, 0);
    }

    private SimulatedOrder with(Optional<Instant> due, int results, int tries) {
        return new SimulatedOrder(
                number, merchant, account, operation, request, asked, createdAt, verdict, failure, settledAt, due,
                results, tries);
    }
}
