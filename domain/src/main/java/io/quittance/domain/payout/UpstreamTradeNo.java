package io.quittance.domain.payout;

import io.quittance.domain.text.ProtocolText;

/** Upstream's number of a payout; kept beside ours and never told to a merchant. */
public record UpstreamTradeNo(String value) {
    public static final int MAX_CHARACTERS = 64;

    public UpstreamTradeNo {
        ProtocolText.require("tradeNo", value, MAX_CHARACTERS);
    }

    @Override
    public String toString() {
        return value;
    }
}
