package io.quittance.domain.payout;

import io.quittance.domain.text.ProtocolText;

/** What upstream does with a payout that is pending, as {@code REVIEW}. The list is upstream's and may grow. */
public record SubStatus(String value) {
    public static final int MAX_CHARACTERS = 64;

    public SubStatus {
        ProtocolText.require("subStatus", value, MAX_CHARACTERS);
    }

    @Override
    public String toString() {
        return value;
    }
}
