package io.quittance.http.wire;

import java.util.Arrays;
import java.util.Optional;

/** The result codes that we answer, or that decide something when upstream answers them. PayerMax's error code pages. */
public enum WireCode {
    /** A request was accepted. Says nothing of where the order stands. */
    APPLY_SUCCESS,
    PARAMS_INVALID,
    SIGN_VERIFY_FAILED,
    /** The app is not known, or has no key that counts now. */
    MERCHANT_APP_INVALID,
    /** The merchant is disabled, or its number is not that of the app. */
    MERCHANT_INVALID,
    REQ_TIME_OVER_TIME,
    ILLEGAL_IP_REQUEST,
    TOO_MANY_REQUEST,
    SYSTEM_ERROR,
    REQUEST_TIMEOUT,
    UNEXPECTED_ERROR,
    CURRENCY_INVALID,
    AMOUNT_INVALID,
    COUNTRY_INVALID,
    /** The id was used before; for a capture, for other content. */
    ORDER_REPEAT,
    ORDER_NOT_EXIST,
    /** None of the merchant's accounts does that. */
    CONTRACT_INVALID,
    /** An authorization that was captured or cancelled, a link that was paid. */
    ORDER_CLOSED,
    /** An authorization whose seven days are over. */
    AUTH_EXPIRED,
    /** Another capture or cancel of the same authorization has not ended. */
    PAYMENT_PROCESSING;

    /** The code of that name, to the letter; empty for the many that decide nothing here. */
    public static Optional<WireCode> of(String name) {
        return Arrays.stream(values()).filter(code -> code.name().equals(name)).findFirst();
    }
}
