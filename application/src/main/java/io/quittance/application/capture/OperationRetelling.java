package io.quittance.application.capture;

import io.quittance.application.capture.SettleOperation.Told;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.replay.Rereading;
import io.quittance.application.replay.Rereading.NotUnderstood;
import io.quittance.application.replay.Retelling;
import io.quittance.domain.capture.Cancel;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.State;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.text.Bytes;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Captures, or cancels, told anew. */
public final class OperationRetelling implements Retelling<Operation> {
    private final OrderOperations operations;
    private final Rereading<Told> reader;

    /** @param reader of the sort that is told anew */
    public OperationRetelling(OrderOperations operations, Rereading<Told> reader) {
        this.operations = Objects.requireNonNull(operations, "operations");
        this.reader = Objects.requireNonNull(reader, "reader");
    }

    @Override
    public Optional<Operation> begun(ObjectRef about) {
        return operations.find(about.operationId()).map(operation -> in(operation, new State.Pending()));
    }

    @Override
    public Heard<Operation> hear(Operation operation, Bytes raw, Instant at) throws NotUnderstood {
        return Heard.of(operation.apply(reader.read(raw, at).report()));
    }

    @Override
    public Operation standing(Operation operation, String state, Instant at) {
        return in(
                operation,
                switch (state) {
                    case "SUCCESS" -> new State.Succeeded(at);
                    case "FAILED" -> new State.Failed(at, new Failure("", ""));
                    default -> new State.Pending();
                });
    }

    @Override
    public String state(Operation operation) {
        return OperationKind.name(operation);
    }

    private static Operation in(Operation operation, State state) {
        return switch (operation) {
            case Capture(var id, var asked, var amount, var last, var no, var _) ->
                new Capture(id, asked, amount, last, no, state);
            case Cancel(var id, var asked, var no, var _) -> new Cancel(id, asked, no, state);
        };
    }
}
