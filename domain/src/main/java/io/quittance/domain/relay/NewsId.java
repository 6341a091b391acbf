package io.quittance.domain.relay;

import io.quittance.domain.text.ProtocolText;

/** Our number of something that upstream tells of and that we do not understand; it never goes on the wire. */
public record NewsId(String value) {
    public static final int MAX_CHARACTERS = 64;

    public NewsId {
        ProtocolText.require("news number", value, MAX_CHARACTERS);
    }

    @Override
    public String toString() {
        return value;
    }
}
