package io.quittance.domain.capture;

import io.quittance.domain.text.ProtocolText;

/** The number of a cancel, {@code cancelNo} on the wire. At most 64 characters: C16. */
public record CancelId(String value) implements OperationId {
    public static final int MAX_CHARACTERS = 64;

    public CancelId {
        ProtocolText.require("cancelNo", value, MAX_CHARACTERS);
    }

    @Override
    public String toString() {
        return value;
    }
}
