package io.quittance.domain.paymentlink;

import io.quittance.domain.text.ProtocolText;

/** Our id of a link, {@code linkId} on the wire; upstream's own where a report made the link. */
public record LinkId(String value) {
    public static final int MAX_CHARACTERS = 64;

    public LinkId {
        ProtocolText.require("linkId", value, MAX_CHARACTERS);
    }

    @Override
    public String toString() {
        return value;
    }
}
