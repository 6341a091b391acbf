package io.quittance.http.capture;

import io.quittance.domain.capture.Cancel;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.State;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.WireTime;
import java.time.Instant;
import java.util.Optional;

/**
 * What the wire tells of an operation: the fields of {@code data}, the same in an answer and in a notification. Twelve of a
 * capture; of a cancel the nine that speak neither of an amount nor of {@code isFinal}.
 */
final class OperationFacts {
    private OperationFacts() {}

    /** Amount and {@code isFinal} are strings by the schema, numbers and booleans in samples: C4, C5; the last four: C15. */
    static void write(JsonWriter data, Operation operation) {
        data.text(OperationPage.of(operation).number(), operation.id().value())
                .text("requestId", operation.request().value())
                .text("outTradeNo", operation.order().value());
        switch (operation) {
            case Capture capture ->
                data.text("amount", capture.amount().text())
                        .text("currency", capture.amount().currency().code())
                        .text("status", status(capture))
                        .text("isFinal", Boolean.toString(capture.last()));
            case Cancel cancel -> data.text("status", status(cancel));
        }
        Optional<State.Failed> failed = failed(operation);
        data.text("createdTime", WireTime.seconds(operation.createdAt()))
                .text("succeededTime", succeededAt(operation).map(WireTime::seconds))
                .text("failedTime", failed.map(end -> WireTime.seconds(end.at())))
                .text("errorCode", failed.map(end -> end.why().code()))
                .text("errorMsg", failed.map(end -> Envelope.message(end.why())));
    }

    static Optional<State.Failed> failed(Operation operation) {
        return operation.shown() instanceof State.Failed end ? Optional.of(end) : Optional.empty();
    }

    private static Optional<Instant> succeededAt(Operation operation) {
        return operation.shown() instanceof State.Succeeded(var at) ? Optional.of(at) : Optional.empty();
    }

    private static String status(Operation operation) {
        return switch (operation.state()) {
            case State.Pending _ -> "PENDING";
            case State.Succeeded _ -> "SUCCESS";
            case State.Failed _ -> "FAILED";
        };
    }
}
