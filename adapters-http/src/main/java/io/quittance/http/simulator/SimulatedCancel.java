package io.quittance.http.simulator;

import io.quittance.application.account.Holder;
import io.quittance.application.authorization.RequestCancel.Command;
import io.quittance.application.notification.Dialect;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.domain.authorization.Cancel;
import io.quittance.domain.authorization.Cancel.State;
import io.quittance.domain.authorization.CancelId;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.text.Bytes;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.authorization.CancelFacts;
import io.quittance.http.authorization.CancelWire;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Refusal;
import java.time.Instant;
import java.util.Optional;

/** A cancel at the simulator: what was asked, and how its one result is told. */
public final class SimulatedCancel implements SimulatedResults {
    static final String OPERATION = "cancel";

    /** An order whose number ends so cannot be cancelled; PayerMax documents nothing of the kind. */
    static final String FAILING = "-CANCEL-FAILS";

    /** What a failing cancel is told. */
    static final Failure FAILURE = new Failure("ORDER_CLOSE_FAILED", "The simulator fails this order's cancel.");

    private static final String CALLBACK = "cancelResultNotifyUrl";

    /** What the simulator keeps of a cancel: the request's {@code data}, as PayerMax would get it. */
    static Bytes asked(Cancel cancel) {
        return JsonWriter.object(data -> CancelWire.Request.write(data, cancel));
    }

    @Override
    public String operation() {
        return OPERATION;
    }

    @Override
    public Telling telling(Holder holder, SimulatedOrder order, Instant now) {
        Bytes body = CancelWire.Notification.write(
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
    private static CancelFacts facts(SimulatedOrder order) {
        Command command = command(order);
        return new CancelFacts(
                new CancelId(order.number()), command.request(), command.order(), order.createdAt(), state(order));
    }

    static State state(SimulatedOrder order) {
        return switch (order.verdict()) {
            case SUCCESS -> new State.Succeeded(order.settledAt());
            case FAILED -> new State.Failed(order.settledAt(), order.failure().orElse(FAILURE));
            case PENDING -> new State.Pending();
            case BOUNCEBACK -> throw new IllegalStateException("the cancel " + order.number() + " bounces back");
        };
    }

    private static Command command(SimulatedOrder order) {
        try {
            if (JsonReader.read(order.asked().toArray()) instanceof Json.Obj data) {
                return CancelWire.Request.read(Fields.of(data), order.asked(), OPERATION);
            }
        } catch (JsonFault | Refusal e) {
            throw new IllegalStateException("the simulator's order " + order.number() + " cannot be read", e);
        }
        throw new IllegalStateException("the simulator's order " + order.number() + " is no JSON object");
    }
}
