package io.quittance.domain.payout;

import io.quittance.domain.text.ProtocolText;

/** The merchant's number of a payout, unique for that merchant; compared to the letter. The request's page allows 63: D6. */
public record OutTradeNo(String value) {
    public static final int MAX_CHARACTERS = 63;

    public OutTradeNo {
        ProtocolText.require("outTradeNo", value, MAX_CHARACTERS);
    }

    @Override
    public String toString() {
        return value;
    }
}
