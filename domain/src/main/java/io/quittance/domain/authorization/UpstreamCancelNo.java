package io.quittance.domain.authorization;

import io.quittance.domain.text.ProtocolText;

/** Upstream's number of a cancel; kept beside ours and never told to a merchant. */
public record UpstreamCancelNo(String value) {
    public UpstreamCancelNo {
        ProtocolText.require("cancelNo", value, CancelId.MAX_CHARACTERS);
    }

    @Override
    public String toString() {
        return value;
    }
}
