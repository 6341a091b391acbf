package io.quittance.application.journal;

import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.paymentlink.LinkId;
import java.util.Objects;

/** Which order a journal row, an errand or a delivery is about. */
public record ObjectRef(Kind kind, String id) {
    /** The kinds of order; the names stand in the database. */
    public enum Kind {
        CAPTURE,
        PAYMENT_LINK
    }

    public ObjectRef {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }

    public static ObjectRef of(CaptureId id) {
        return new ObjectRef(Kind.CAPTURE, id.value());
    }

    /** The capture's number. @throws IllegalStateException if it is no capture */
    public CaptureId captureId() {
        return new CaptureId(idOf(Kind.CAPTURE));
    }

    public static ObjectRef of(LinkId id) {
        return new ObjectRef(Kind.PAYMENT_LINK, id.value());
    }

    /** The payment link's id. @throws IllegalStateException if it is no payment link */
    public LinkId linkId() {
        return new LinkId(idOf(Kind.PAYMENT_LINK));
    }

    private String idOf(Kind expected) {
        if (kind != expected) {
            throw new IllegalStateException(this + " is no " + expected);
        }
        return id;
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
