package io.quittance.domain.relay;

import io.quittance.domain.text.ProtocolText;

/** Our number of a request that was passed on; it never goes on the wire. */
public record RelayId(String value) {
    public static final int MAX_CHARACTERS = 64;

    public RelayId {
        ProtocolText.require("relay number", value, MAX_CHARACTERS);
    }

    @Override
    public String toString() {
        return value;
    }
}
