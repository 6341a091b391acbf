package io.quittance.domain.authorization;

import io.quittance.domain.text.ProtocolText;

/** Upstream's number of a payment, {@code tradeToken} on the wire. */
public record TradeToken(String value) {
    public static final int MAX_CHARACTERS = 64;

    public TradeToken {
        ProtocolText.require("tradeToken", value, MAX_CHARACTERS);
    }

    @Override
    public String toString() {
        return value;
    }
}
