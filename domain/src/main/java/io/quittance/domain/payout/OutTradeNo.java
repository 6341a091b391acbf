package io.quittance.domain.payout;

import io.quittance.domain.text.ProtocolText;

/**
 * The merchant's number of a payout, unique for that merchant without regard to case, and told as it was written
 * first. The request's page allows 63: D6.
 */
public record OutTradeNo(String value) {
    public static final int MAX_CHARACTERS = 63;

    public OutTradeNo {
        ProtocolText.require("outTradeNo", value, MAX_CHARACTERS);
    }

    /** What it is compared by: PayerMax takes {@code AAA} and {@code AAa} for the same number. */
    public String key() {
        return ProtocolText.folded(value);
    }

    /** Whether it names the same order, however it is written. */
    public boolean same(OutTradeNo other) {
        return key().equals(other.key());
    }

    @Override
    public String toString() {
        return value;
    }
}
