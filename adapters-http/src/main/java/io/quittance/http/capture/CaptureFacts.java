package io.quittance.http.capture;

import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.money.Money;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.WireTime;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What the wire tells of a capture: the twelve fields of {@code data}, the same in an answer and in a notification.
 *
 * @param number whose number it is depends on who tells: ours to a merchant, upstream's to us
 */
public record CaptureFacts(
        CaptureId number,
        RequestId request,
        OutTradeNo order,
        Money amount,
        boolean last,
        Instant createdAt,
        Capture.State state) {
    public CaptureFacts {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(state, "state");
    }

    /** As we tell a merchant: always under our own number. */
    public static CaptureFacts of(Capture capture) {
        return new CaptureFacts(
                capture.id(),
                capture.request(),
                capture.order(),
                capture.amount(),
                capture.last(),
                capture.createdAt(),
                capture.state());
    }

    /** Amount and {@code isFinal} are strings by the schema, numbers and booleans in samples: C4, C5. */
    void write(JsonWriter data) {
        data.text("captureNo", number.value())
                .text("requestId", request.value())
                .text("outTradeNo", order.value())
                .text("amount", amount.text())
                .text("currency", amount.currency().code())
                .text("status", status())
                .text("isFinal", Boolean.toString(last))
                .text("createdTime", WireTime.seconds(createdAt));
        Optional<Instant> succeeded =
                state instanceof Capture.State.Succeeded(var at) ? Optional.of(at) : Optional.empty();
        Optional<Capture.State.Failed> failed = failed();
        data.text("succeededTime", succeeded.map(WireTime::seconds))
                .text("failedTime", failed.map(end -> WireTime.seconds(end.at())))
                .text("errorCode", failed.map(end -> end.why().code()))
                .text("errorMsg", failed.map(end -> Envelope.message(end.why())));
    }

    Optional<Capture.State.Failed> failed() {
        return state instanceof Capture.State.Failed end ? Optional.of(end) : Optional.empty();
    }

    private String status() {
        return switch (state) {
            case Capture.State.Pending _ -> "PENDING";
            case Capture.State.Succeeded _ -> "SUCCESS";
            case Capture.State.Failed _ -> "FAILED";
        };
    }
}
