package io.quittance.domain.capture;

import io.quittance.domain.text.ProtocolText;

/** The merchant's number of the authorised order. The request's page allows 64 characters, the answer's 32: C7. */
public record OutTradeNo(String value) {
    public static final int MAX_CHARACTERS = 64;

    public OutTradeNo {
        ProtocolText.require("outTradeNo", value, MAX_CHARACTERS);
    }

    @Override
    public String toString() {
        return value;
    }
}
