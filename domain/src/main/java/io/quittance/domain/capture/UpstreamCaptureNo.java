package io.quittance.domain.capture;

import io.quittance.domain.text.ProtocolText;

/** Upstream's number of a capture; kept beside ours and never told to a merchant. */
public record UpstreamCaptureNo(String value) {
    public UpstreamCaptureNo {
        ProtocolText.require("captureNo", value, CaptureId.MAX_CHARACTERS);
    }

    @Override
    public String toString() {
        return value;
    }
}
