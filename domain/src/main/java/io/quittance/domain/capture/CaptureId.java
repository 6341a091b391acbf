package io.quittance.domain.capture;

import io.quittance.domain.text.ProtocolText;

/** The number of a capture, {@code captureNo} on the wire. */
public record CaptureId(String value) implements OperationId {
    public static final int MAX_CHARACTERS = 64;

    public CaptureId {
        ProtocolText.require("captureNo", value, MAX_CHARACTERS);
    }

    @Override
    public String toString() {
        return value;
    }
}
