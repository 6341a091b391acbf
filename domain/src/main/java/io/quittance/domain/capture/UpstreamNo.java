package io.quittance.domain.capture;

import io.quittance.domain.text.ProtocolText;

/** Upstream's number of an operation; kept beside ours and never told to a merchant. */
public record UpstreamNo(String value) {
    public static final int MAX_CHARACTERS = 64;

    public UpstreamNo {
        ProtocolText.require("upstream's number", value, MAX_CHARACTERS);
    }

    @Override
    public String toString() {
        return value;
    }
}
