package io.quittance.domain.authorization;

import io.quittance.domain.text.ProtocolText;

/**
 * Our number of a cancel, {@code cancelNo} on the wire; upstream's own where a report made the cancel. At most 64
 * characters: C16.
 */
public record CancelId(String value) {
    public static final int MAX_CHARACTERS = 64;

    public CancelId {
        ProtocolText.require("cancelNo", value, MAX_CHARACTERS);
    }

    @Override
    public String toString() {
        return value;
    }
}
