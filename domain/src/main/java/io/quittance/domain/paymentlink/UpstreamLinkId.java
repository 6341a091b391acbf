package io.quittance.domain.paymentlink;

import io.quittance.domain.text.ProtocolText;

/** Upstream's id of a link; kept beside ours and never told to a merchant. */
public record UpstreamLinkId(String value) {
    public static final int MAX_CHARACTERS = 64;

    public UpstreamLinkId {
        ProtocolText.require("linkId", value, MAX_CHARACTERS);
    }

    @Override
    public String toString() {
        return value;
    }
}
