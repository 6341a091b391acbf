package io.quittance.application.capture;

import io.quittance.application.authorization.Holds;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.OrderKind;
import io.quittance.application.notification.Dialect;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.OperationEnded;
import io.quittance.domain.merchant.Merchant;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Captures and cancels, as an order moves: they end once, and each end is told in the enveloped form. */
public final class OperationKind implements OrderKind<Operation, OperationEnded> {
    private final OrderOperations operations;
    private final Holds holds;
    private final OperationNotices notices;

    public OperationKind(OrderOperations operations, Holds holds, OperationNotices notices) {
        this.operations = Objects.requireNonNull(operations, "operations");
        this.holds = Objects.requireNonNull(holds, "holds");
        this.notices = Objects.requireNonNull(notices, "notices");
    }

    @Override
    public ObjectRef ref(Operation operation) {
        return ObjectRef.of(operation.id());
    }

    @Override
    public AccountId account(Operation operation) {
        return operation.account();
    }

    @Override
    public String state(Operation operation) {
        return name(operation);
    }

    @Override
    public boolean ended(Operation operation) {
        return operation.ended();
    }

    /** Its end moves the hold of its order, too. */
    @Override
    public boolean replace(Operation next) {
        boolean kept = operations.replace(next);
        if (kept && next.ended()) {
            holds.follow(next.merchant(), next.order());
        }
        return kept;
    }

    @Override
    public News news(Merchant merchant, OperationEnded event, Instant at) {
        return new News(
                name(event.operation()), notices.notice(merchant, event, at), Dialect.ENVELOPED, Optional.empty());
    }

    static String name(Operation operation) {
        return switch (operation.state()) {
            case Operation.State.Pending _ -> "PENDING";
            case Operation.State.Succeeded _ -> "SUCCESS";
            case Operation.State.Failed _ -> "FAILED";
        };
    }
}
