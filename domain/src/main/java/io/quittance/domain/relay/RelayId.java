package io.quittance.domain.relay;

import io.quittance.domain.text.ProtocolText;
import java.util.Optional;

/** Our number of a request that was passed on; upstream sees it in the address
 * that is to be told its results. */
public record RelayId(String value) {
    public static final int MAX_CHARACTERS = 64;

    public RelayId {
        ProtocolText.require("relay number", value, MAX_CHARACTERS);
    }

    /** The number in a text from outside; empty if it cannot be one. */
    public static Optional<RelayId> of(String text) {
        return ProtocolText.fault(text, MAX_CHARACTERS).isEmpty() ? Optional.of(new RelayId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
