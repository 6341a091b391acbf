package io.quittance.http.capture;

import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.http.wire.KnownFields;

/** The names by which PayerMax's pages on captures and on cancels differ; their shapes are those of {@link OperationWire}. */
public enum OperationPage {
    CAPTURE("capture", "captureNo", "CAPTURE", "captureResultNotifyUrl"),
    CANCEL("cancel", "cancelNo", "CANCEL", "cancelResultNotifyUrl");

    private static final KnownFields COLLECTING =
            KnownFields.of("requestId", "outTradeNo", "currency", "amount", "finalCapture");
    private static final KnownFields RELEASING = KnownFields.of("requestId", "outTradeNo");

    private final String api;
    private final String number;
    private final String notifyType;
    private final String callback;

    OperationPage(String api, String number, String notifyType, String callback) {
        this.api = api;
        this.number = number;
        this.notifyType = notifyType;
        this.callback = callback;
    }

    public static OperationPage of(Operation operation) {
        return switch (operation.sort()) {
            case CAPTURE -> CAPTURE;
            case CANCEL -> CANCEL;
        };
    }

    Sort sort() {
        return switch (this) {
            case CAPTURE -> Sort.CAPTURE;
            case CANCEL -> Sort.CANCEL;
        };
    }

    /** The name of the call, behind {@code /aggregate-pay/api/gateway/}. */
    public String api() {
        return api;
    }

    /** The fields of {@code data} of a request; {@code finalCapture} is in no schema: C6. */
    KnownFields fields() {
        return switch (this) {
            case CAPTURE -> COLLECTING;
            case CANCEL -> RELEASING;
        };
    }

    /** The field of {@code data} that holds the number of an operation. */
    String number() {
        return number;
    }

    /** What the envelope of its notifications says. */
    String notifyType() {
        return notifyType;
    }

    /** The first part of the path at which we are told of results. */
    public String callback() {
        return callback;
    }
}
