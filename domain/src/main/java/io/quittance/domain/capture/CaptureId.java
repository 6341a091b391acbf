package io.quittance.domain.capture;

import io.quittance.domain.text.ProtocolText;

/** Our number of a capture, {@code captureNo} on the wire; upstream's own where a report made the capture. */
public record CaptureId(String value) {
    public static final int MAX_CHARACTERS = 64;

    public CaptureId {
        ProtocolText.require("captureNo", value, MAX_CHARACTERS);
    }

    @Override
    public String toString() {
        return value;
    }
}
