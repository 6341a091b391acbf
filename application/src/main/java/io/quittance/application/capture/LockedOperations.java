package io.quittance.application.capture;

import io.quittance.application.authorization.Holds;
import io.quittance.application.lifecycle.Added;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.authorization.Authorization.Obstacle;
import io.quittance.domain.authorization.Standing;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.OperationId;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Operations under the lock of their order: whoever decides something about one gets the order first, then the operation.
 */
public final class LockedOperations {
    private final OrderOperations operations;
    private final Holds holds;

    public LockedOperations(OrderOperations operations, Holds holds) {
        this.operations = Objects.requireNonNull(operations, "operations");
        this.holds = Objects.requireNonNull(holds, "holds");
    }

    /** What became of a wish to begin. */
    public sealed interface Begun {
        /** @param begun as it is kept: through the account of its authorization, where that is known */
        record New(Operation begun) implements Begun {}

        /** The operation that used this request id before, as it is now. */
        record Known(Operation earlier) implements Begun {}

        /** The authorization does not allow it; nothing is kept of it. */
        record NotAllowed(Obstacle why) implements Begun {}

        /** Nobody does that at the account that holds the amount; nothing is kept of it. */
        record NotServed() implements Begun {}
    }

    /** Reads without any lock. */
    Optional<Operation> find(MerchantId merchant, Operation.Key key) {
        return operations.find(merchant, key);
    }

    /** Whose account an operation on that order takes; empty while no authorization is known. */
    Optional<AccountId> holder(MerchantId merchant, OutTradeNo order) {
        return holds.account(merchant, order);
    }

    /** @param told the order that whoever speaks of an unknown operation names */
    Optional<Operation> lock(MerchantId merchant, Operation.Key key, Optional<OutTradeNo> told) {
        find(merchant, key).map(Operation::order).or(() -> told).ifPresent(order -> holds.lock(merchant, order));
        return operations.lock(merchant, key);
    }

    Optional<Operation> lock(OperationId id) {
        operations.find(id).ifPresent(operation -> holds.lock(operation.merchant(), operation.order()));
        return operations.lock(id);
    }

    /**
     * Keeps a new operation, unless its request id is known or its authorization does not allow it. Who asked at the same
     * moment with the same id, and waited for the order's lock, is still told of the operation and not of what it closed.
     *
     * @param unable the accounts at which such an operation cannot be asked for
     */
    public Begun begin(Operation asked, Set<AccountId> unable, Instant now) {
        Optional<Operation> earlier = find(asked.merchant(), asked.key());
        if (earlier.isPresent()) {
            return new Begun.Known(earlier.get());
        }
        Optional<Standing> held = holds.standing(asked.merchant(), asked.order());
        Optional<Obstacle> obstacle = held.flatMap(known -> known.obstacle(asked, now));
        if (obstacle.isPresent()) {
            return find(asked.merchant(), asked.key())
                    .<Begun>map(Begun.Known::new)
                    .orElseGet(() -> new Begun.NotAllowed(obstacle.get()));
        }
        Operation begun = held.map(known -> asked.through(known.authorization().account()))
                .orElse(asked);
        if (unable.contains(begun.account())) {
            return new Begun.NotServed();
        }
        return switch (operations.add(begun)) {
            case Added.New() -> {
                held.ifPresent(known -> holds.begun(known, begun));
                yield new Begun.New(begun);
            }
            case Added.Known(var known) -> new Begun.Known(known);
            case Added.NumberTaken() ->
                throw new IllegalStateException(asked.sort() + " number " + asked.id() + " was given twice");
        };
    }

    /** Keeps an operation that upstream has already, whatever its authorization would have said. */
    Added<Operation> add(Operation operation) {
        Added<Operation> added = operations.add(operation);
        if (added instanceof Added.New) {
            holds.follow(operation.merchant(), operation.order());
        }
        return added;
    }

    /** Which of one sort have not ended and are not marked, of those made by then. */
    List<OperationId> late(Sort sort, Instant madeUntil, int skip, int limit) {
        return operations.of(sort).late(madeUntil, skip, limit);
    }

    boolean markOverdue(OperationId id, Instant at) {
        return operations.markOverdue(id, at);
    }
}
