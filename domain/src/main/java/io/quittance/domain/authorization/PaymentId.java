package io.quittance.domain.authorization;

import io.quittance.domain.text.ProtocolText;

/**
 * Our number of a payment that upstream told of; it never goes on the wire, as the payment's page has upstream's alone.
 */
public record PaymentId(String value) {
    public static final int MAX_CHARACTERS = 64;

    public PaymentId {
        ProtocolText.require("payment number", value, MAX_CHARACTERS);
    }

    @Override
    public String toString() {
        return value;
    }
}
