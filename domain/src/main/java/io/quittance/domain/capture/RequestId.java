package io.quittance.domain.capture;

import io.quittance.domain.text.ProtocolText;

/** The merchant's own id of a request for a capture or a cancel; unique for that merchant and sort, to the letter. */
public record RequestId(String value) {
    public static final int MAX_CHARACTERS = 64;

    public RequestId {
        ProtocolText.require("requestId", value, MAX_CHARACTERS);
    }

    @Override
    public String toString() {
        return value;
    }
}
