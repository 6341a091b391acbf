package io.quittance.http.simulator;

import io.quittance.application.account.Holder;
import io.quittance.application.capture.RequestOperation.Command;
import io.quittance.application.notification.Dialect;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.domain.capture.Cancel;
import io.quittance.domain.capture.CancelId;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Asked;
import io.quittance.domain.capture.Operation.State;
import io.quittance.domain.text.Bytes;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.capture.OperationPage;
import io.quittance.http.capture.OperationWire;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Refusal;
import java.time.Instant;
import java.util.Optional;

/** A capture or a cancel at the simulator: what was asked, and how its one result is told. */
public final class SimulatedOperation implements SimulatedResults {
    private final OperationPage page;

    public SimulatedOperation(OperationPage page) {
        this.page = page;
    }

    @Override
    public String operation() {
        return page.api();
    }

    @Override
    public Telling telling(Holder holder, SimulatedOrder order, Instant now) {
        UpstreamName name = UpstreamName.of(holder.account());
        Bytes body = OperationWire.Notification.write(name.app(), name.no(), now, stands(order));
        return new Telling(page.callback(), Dialect.ENVELOPED, body);
    }

    @Override
    public Optional<Instant> next(SimulatedOrder order, Instant now) {
        return Optional.empty();
    }

    /** Under the simulator's number. */
    private Operation stands(SimulatedOrder order) {
        Command command = command(order);
        Asked asked =
                new Asked(order.merchant(), order.account(), command.request(), command.order(), order.createdAt());
        return switch (command) {
            case Command.Collect collect ->
                new Capture(
                        new CaptureId(order.number()),
                        asked,
                        collect.amount(),
                        collect.last(),
                        Optional.empty(),
                        state(order));
            case Command.Release _ -> new Cancel(new CancelId(order.number()), asked, Optional.empty(), state(order));
        };
    }

    static State state(SimulatedOrder order) {
        return switch (order.verdict()) {
            case SUCCESS -> new State.Succeeded(order.settledAt());
            case FAILED -> new State.Failed(order.settledAt(), order.failure().orElse(SandboxAmounts.FAILURE));
            case PENDING -> new State.Pending();
            case BOUNCEBACK -> throw new IllegalStateException("the order " + order.number() + " bounces back");
        };
    }

    private Command command(SimulatedOrder order) {
        try {
            if (JsonReader.read(order.asked().toArray()) instanceof Json.Obj data) {
                return OperationWire.Request.read(page, Fields.of(data), order.asked(), page.api());
            }
        } catch (JsonFault | Refusal e) {
            throw new IllegalStateException("the simulator's order " + order.number() + " cannot be read", e);
        }
        throw new IllegalStateException("the simulator's order " + order.number() + " is no JSON object");
    }
}
