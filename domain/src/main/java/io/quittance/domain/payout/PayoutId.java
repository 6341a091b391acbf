package io.quittance.domain.payout;

import io.quittance.domain.text.ProtocolText;

/** Our number of a payout, {@code tradeNo} on the wire; upstream's own where a report made the payout. */
public record PayoutId(String value) {
    public static final int MAX_CHARACTERS = 64;

    public PayoutId {
        ProtocolText.require("tradeNo", value, MAX_CHARACTERS);
    }

    @Override
    public String toString() {
        return value;
    }
}
