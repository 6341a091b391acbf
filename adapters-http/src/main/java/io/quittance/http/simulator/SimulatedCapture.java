package io.quittance.http.simulator;

import io.quittance.application.account.Holder;
import io.quittance.application.capture.RequestCapture.Command;
import io.quittance.application.notification.Dialect;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Capture.State;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.text.Bytes;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.capture.CaptureFacts;
import io.quittance.http.capture.CaptureWire;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Refusal;
import java.time.Instant;
import java.util.Optional;

/** A capture at the simulator: what was asked, and how its one result is told. */
public final class SimulatedCapture implements SimulatedResults {
    static final String OPERATION = "capture";

    private static final String CALLBACK = "captureResultNotifyUrl";

    /** What the simulator keeps of a capture: the request's {@code data}, as PayerMax would get it. */
    static Bytes asked(Capture capture) {
        return JsonWriter.object(data -> CaptureWire.Request.write(data, capture));
    }

    @Override
    public String operation() {
        return OPERATION;
    }

    @Override
    public Telling telling(Holder holder, SimulatedOrder order, Instant now) {
        Bytes body = CaptureWire.Notification.write(
                UpstreamName.of(holder.account()).app(),
                UpstreamName.of(holder.account()).no(),
                now,
                facts(order));
        return new Telling(CALLBACK, Dialect.ENVELOPED, body);
    }

    @Override
    public Optional<Instant> next(SimulatedOrder order, Instant now) {
        return Optional.empty();
    }

    /** Under the simulator's number. */
    private static CaptureFacts facts(SimulatedOrder order) {
        Command command = command(order);
        return new CaptureFacts(
                new CaptureId(order.number()),
                command.request(),
                command.order(),
                command.amount(),
                command.last(),
                order.createdAt(),
                state(order));
    }

    static State state(SimulatedOrder order) {
        return switch (order.verdict()) {
            case SUCCESS -> new State.Succeeded(order.settledAt());
            case FAILED -> new State.Failed(order.settledAt(), order.failure().orElse(SandboxAmounts.FAILURE));
            case PENDING -> new State.Pending();
            case BOUNCEBACK -> throw new IllegalStateException("the capture " + order.number() + " bounces back");
        };
    }

    private static Command command(SimulatedOrder order) {
        try {
            if (JsonReader.read(order.asked().toArray()) instanceof Json.Obj data) {
                return CaptureWire.Request.read(Fields.of(data), order.asked(), OPERATION);
            }
        } catch (JsonFault | Refusal e) {
            throw new IllegalStateException("the simulator's order " + order.number() + " cannot be read", e);
        }
        throw new IllegalStateException("the simulator's order " + order.number() + " is no JSON object");
    }
}
