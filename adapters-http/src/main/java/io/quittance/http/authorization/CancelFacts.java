package io.quittance.http.authorization;

import io.quittance.domain.authorization.Cancel;
import io.quittance.domain.authorization.CancelId;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.WireTime;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What the wire tells of a cancel: the nine fields of {@code data}, the same in an answer and in a notification.
 *
 * @param number whose number it is depends on who tells: ours to a merchant, upstream's to us
 */
public record CancelFacts(CancelId number, RequestId request, OutTradeNo order, Instant createdAt, Cancel.State state) {
    public CancelFacts {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(state, "state");
    }

    /** As we tell a merchant: always under our own number. */
    public static CancelFacts of(Cancel cancel) {
        return new CancelFacts(cancel.id(), cancel.request(), cancel.order(), cancel.createdAt(), cancel.state());
    }

    /** The last four are required by the schema and null in the sample: C15. */
    void write(JsonWriter data) {
        data.text("cancelNo", number.value())
                .text("requestId", request.value())
                .text("outTradeNo", order.value())
                .text("status", status())
                .text("createdTime", WireTime.seconds(createdAt));
        Optional<Instant> succeeded =
                state instanceof Cancel.State.Succeeded(var at) ? Optional.of(at) : Optional.empty();
        Optional<Cancel.State.Failed> failed = failed();
        data.text("succeededTime", succeeded.map(WireTime::seconds))
                .text("failedTime", failed.map(end -> WireTime.seconds(end.at())))
                .text("errorCode", failed.map(end -> end.why().code()))
                .text("errorMsg", failed.map(end -> Envelope.message(end.why())));
    }

    Optional<Cancel.State.Failed> failed() {
        return state instanceof Cancel.State.Failed end ? Optional.of(end) : Optional.empty();
    }

    private String status() {
        return switch (state) {
            case Cancel.State.Pending _ -> "PENDING";
            case Cancel.State.Succeeded _ -> "SUCCESS";
            case Cancel.State.Failed _ -> "FAILED";
        };
    }
}
