package io.quittance.http.simulator;

import io.quittance.application.account.Holder;
import io.quittance.application.notification.Dialect;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.money.Money;
import io.quittance.domain.text.Bytes;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.WireTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An authorization at the simulator, and how its one result is told: PayerMax "authResultNotifyUrl". */
public final class SimulatedAuthorization implements SimulatedResults {
    static final String OPERATION = "authorize";

    /** What an authorization that fails, or is not paid in time, is told. */
    static final Failure FAILURE = new Failure("PAYMENT_FAILED", "The simulator was told to let it end so.");

    private static final String CALLBACK = "authResultNotifyUrl";
    private static final String NOTIFY_TYPE = "PAYMENT";

    /** What it keeps: the notification's {@code data}, but for what it learns when it is told. */
    static Bytes asked(OutTradeNo order, Money amount, SimulatorAuthorizations.Status status) {
        return JsonWriter.object(data -> data.text("outTradeNo", order.value())
                .number("totalAmount", amount.text())
                .text("currency", amount.currency().code())
                .text("status", status.name())
                .text("captureMode", "MANUAL")
                .text("authorizationType", "FINAL_AUTH"));
    }

    @Override
    public String operation() {
        return OPERATION;
    }

    @Override
    public Telling telling(Holder holder, SimulatedOrder order, Instant now) {
        Map<String, Json> data = new LinkedHashMap<>(asked(order).fields());
        data.put("tradeToken", new Json.Str(order.number()));
        data.put("completeTime", new Json.Str(WireTime.millis(order.settledAt())));
        Bytes body = Envelope.notification(
                UpstreamName.of(holder.account()).app(),
                UpstreamName.of(holder.account()).no(),
                now,
                NOTIFY_TYPE,
                order.failure(),
                o -> o.value("data", new Json.Obj(data)));
        return new Telling(CALLBACK, Dialect.ENVELOPED, body);
    }

    @Override
    public Optional<Instant> next(SimulatedOrder order, Instant now) {
        return Optional.empty();
    }

    private static Json.Obj asked(SimulatedOrder order) {
        try {
            if (JsonReader.read(order.asked().toArray()) instanceof Json.Obj data) {
                return data;
            }
        } catch (JsonFault e) {
            throw new IllegalStateException("the simulator's order " + order.number() + " cannot be read", e);
        }
        throw new IllegalStateException("the simulator's order " + order.number() + " is no JSON object");
    }
}
