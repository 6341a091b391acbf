package io.quittance.domain.paymentlink;

import io.quittance.domain.text.ProtocolText;

/** Upstream's number of one payment by a link, {@code outTradeNo} on the wire. */
public record TransactionNo(String value) {
    public static final int MAX_CHARACTERS = 64;

    public TransactionNo {
        ProtocolText.require("outTradeNo", value, MAX_CHARACTERS);
    }

    @Override
    public String toString() {
        return value;
    }
}
