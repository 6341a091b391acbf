package io.quittance.domain.capture;

import io.quittance.domain.text.ProtocolText;

/**
 * The merchant's number of the authorised order, compared without regard to case. The request's page allows 64 characters,
 * the answer's 32: C7.
 */
public record OutTradeNo(String value) {
    public static final int MAX_CHARACTERS = 64;

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
