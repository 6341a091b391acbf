package io.quittance.application.journal;

import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.payout.PayoutId;
import java.util.Objects;

/** Which order a journal row, an errand or a delivery is about. */
public record ObjectRef(Kind kind, String id) {
    /** The kinds of order; the names stand in the database. */
    public enum Kind {
        CAPTURE,
        PAYOUT
    }

    public ObjectRef {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }

    public static ObjectRef of(CaptureId id) {
        return new ObjectRef(Kind.CAPTURE, id.value());
    }

    public static ObjectRef of(PayoutId id) {
        return new ObjectRef(Kind.PAYOUT, id.value());
    }

    /** The capture's number. @throws IllegalStateException if it is no capture */
    public CaptureId captureId() {
        return switch (kind) {
            case CAPTURE -> new CaptureId(id);
            case PAYOUT -> throw new IllegalStateException(this + " is no capture");
        };
    }

    /** The payout's number. @throws IllegalStateException if it is no payout */
    public PayoutId payoutId() {
        return switch (kind) {
            case PAYOUT -> new PayoutId(id);
            case CAPTURE -> throw new IllegalStateException(this + " is no payout");
        };
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
