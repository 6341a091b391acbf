package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Factory;
import io.quittance.application.account.Routing;
import io.quittance.application.authorization.Holds;
import io.quittance.application.capture.FollowedOperations;
import io.quittance.application.capture.LockedOperations;
import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.capture.OperationIds;
import io.quittance.application.capture.OperationKind;
import io.quittance.application.capture.OperationRequests;
import io.quittance.application.capture.OperationSettlement;
import io.quittance.application.capture.OperationsByHand;
import io.quittance.application.capture.OrderOperations;
import io.quittance.application.capture.RequestOperation;
import io.quittance.application.capture.RequestOperation.Command;
import io.quittance.application.capture.SettleOperation;
import io.quittance.application.capture.SubmitOperation;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.repair.Endable;
import io.quittance.application.upstream.Inquiry;
import io.quittance.bootstrap.management.Meters;
import io.quittance.bootstrap.management.Survey;
import io.quittance.domain.capture.CancelId;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.OperationEnded;
import io.quittance.http.acquirer.Acquirer;
import io.quittance.http.acquirer.Acquirers;
import io.quittance.http.capture.WireOperationNotices;
import io.quittance.persistence.capture.JdbcOperations;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The use cases about captures and cancels, where they are kept, and who settles them. */
@Factory
final class OperationBeans {
    @Singleton
    OrderOperations operations(Store store) {
        return new JdbcOperations(store.database().sql());
    }

    @Singleton
    OperationIds ids(SecureRandom random, InstantSource clock, OwnShards own) {
        TimedNumbers captures = new TimedNumbers("CA", random, clock, own);
        TimedNumbers cancels = new TimedNumbers("CN", random, clock, own);
        return new OperationIds() {
            @Override
            public CaptureId nextCapture() {
                return new CaptureId(captures.next());
            }

            @Override
            public CancelId nextCancel() {
                return new CancelId(cancels.next());
            }
        };
    }

    @Singleton
    LockedOperations locked(OrderOperations operations, Holds holds) {
        return new LockedOperations(operations, holds);
    }

    @Singleton
    Moves<Operation, OperationEnded> moves(OrderOperations operations, Holds holds, Books books) {
        return new Moves<>(new OperationKind(operations, holds, new WireOperationNotices()), books);
    }

    @Singleton
    RequestOperation requestOperation(
            LockedOperations operations, Routing routing, OperationIds ids, Office office, Meters meters) {
        RequestOperation all = new OperationRequests(operations, routing, ids, office);
        RequestOperation captures = meters.requests(Sort.CAPTURE.toString(), all::request)::apply;
        RequestOperation cancels = meters.requests(Sort.CANCEL.toString(), all::request)::apply;
        return (caller, command) -> switch (command) {
            case Command.Collect _ -> captures.request(caller, command);
            case Command.Release _ -> cancels.request(caller, command);
        };
    }

    @Singleton
    SettleOperation settleOperation(
            LockedOperations operations,
            Moves<Operation, OperationEnded> moves,
            OperationIds ids,
            Office office,
            Meters meters) {
        SettleOperation all = new OperationSettlement(operations, moves, ids, office);
        SettleOperation captures = meters.reports(Sort.CAPTURE.toString(), all::settle)::apply;
        SettleOperation cancels = meters.reports(Sort.CANCEL.toString(), all::settle)::apply;
        return (candidates, told) -> switch (told.sort()) {
            case CAPTURE -> captures.settle(candidates, told);
            case CANCEL -> cancels.settle(candidates, told);
        };
    }

    @Singleton
    Endable<?, ?> capturesByHand(LockedOperations operations, Moves<Operation, OperationEnded> moves) {
        return OperationsByHand.of(new FollowedOperations(Sort.CAPTURE, operations), moves);
    }

    @Singleton
    Endable<?, ?> cancelsByHand(LockedOperations operations, Moves<Operation, OperationEnded> moves) {
        return OperationsByHand.of(new FollowedOperations(Sort.CANCEL, operations), moves);
    }

    @Singleton
    Inquiry<Operation, Said> submitCapture(
            LockedOperations operations, Moves<Operation, OperationEnded> moves, Acquirers acquirers) {
        return new SubmitOperation(
                new FollowedOperations(Sort.CAPTURE, operations), moves, acquirers.serving(Acquirer::captures));
    }

    @Singleton
    Inquiry<Operation, Said> submitCancel(
            LockedOperations operations, Moves<Operation, OperationEnded> moves, Acquirers acquirers) {
        return new SubmitOperation(
                new FollowedOperations(Sort.CANCEL, operations), moves, acquirers.serving(Acquirer::cancels));
    }

    @Singleton
    Survey overdueCaptures(OrderOperations operations) {
        return Survey.of(
                "quittance.captures.overdue",
                "captures whose result upstream has not told in time",
                () -> operations.of(Sort.CAPTURE).overdue());
    }

    @Singleton
    Survey overdueCancels(OrderOperations operations) {
        return Survey.of(
                "quittance.cancels.overdue",
                "cancels whose result upstream has not told in time",
                () -> operations.of(Sort.CANCEL).overdue());
    }
}
