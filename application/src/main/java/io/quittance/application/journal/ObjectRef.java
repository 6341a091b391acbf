package io.quittance.application.journal;

import io.quittance.domain.authorization.PaymentId;
import io.quittance.domain.capture.CancelId;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.OperationId;
import io.quittance.domain.merchant.Topic;
import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.payout.PayoutId;
import io.quittance.domain.relay.NewsId;
import io.quittance.domain.relay.RelayId;
import java.util.Objects;

/** Which order a journal row, an errand or a delivery is about. */
public record ObjectRef(Kind kind, String id) {
    /** The kinds of order; the names stand in the database. */
    public enum Kind {
        CAPTURE,
        PAYOUT,
        CANCEL,
        PAYMENT,
        RELAY,
        NEWS,
        PAYMENT_LINK
    }

    public ObjectRef {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }

    public static ObjectRef of(OperationId id) {
        return new ObjectRef(kind(id.sort()), id.value());
    }

    /** The kind of order that an operation of that sort is. */
    public static Kind kind(Operation.Sort sort) {
        return switch (sort) {
            case CAPTURE -> Kind.CAPTURE;
            case CANCEL -> Kind.CANCEL;
        };
    }

    public static ObjectRef of(PayoutId id) {
        return new ObjectRef(Kind.PAYOUT, id.value());
    }

    public static ObjectRef of(PaymentId id) {
        return new ObjectRef(Kind.PAYMENT, id.value());
    }

    public static ObjectRef of(RelayId id) {
        return new ObjectRef(Kind.RELAY, id.value());
    }

    public static ObjectRef of(NewsId id) {
        return new ObjectRef(Kind.NEWS, id.value());
    }

    /** The number of the capture or the cancel. @throws IllegalStateException if it is neither */
    public OperationId operationId() {
        return switch (kind) {
            case CAPTURE -> new CaptureId(id);
            case CANCEL -> new CancelId(id);
            case PAYOUT, PAYMENT, RELAY, NEWS, PAYMENT_LINK ->
                throw new IllegalStateException(this + " (expected: a capture or a cancel)");
        };
    }

    /** The payout's number. @throws IllegalStateException if it is no payout */
    public PayoutId payoutId() {
        return new PayoutId(idOf(Kind.PAYOUT));
    }

    public static ObjectRef of(LinkId id) {
        return new ObjectRef(Kind.PAYMENT_LINK, id.value());
    }

    /** The payment link's id. @throws IllegalStateException if it is no payment link */
    public LinkId linkId() {
        return new LinkId(idOf(Kind.PAYMENT_LINK));
    }

    /** As what its merchant is told of it. */
    public Topic topic() {
        return switch (kind) {
            case CAPTURE -> Topic.CAPTURE;
            case CANCEL -> Topic.CANCEL;
            case PAYOUT -> Topic.PAYOUT;
            case PAYMENT_LINK -> Topic.PAYMENT_LINK;
            case PAYMENT -> Topic.PAYMENT;
            case RELAY, NEWS -> Topic.NEWS;
        };
    }

    private String idOf(Kind expected) {
        if (kind != expected) {
            throw new IllegalStateException(this + " (expected: a " + expected + ")");
        }
        return id;
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
