package io.quittance.domain.paymentlink;

import io.quittance.domain.text.ProtocolText;

/** The merchant's own id of a link, unique for that merchant; compared to the letter. */
public record MerchantLinkId(String value) {
    public static final int MAX_CHARACTERS = 64;

    public MerchantLinkId {
        ProtocolText.require("merchantLinkId", value, MAX_CHARACTERS);
    }

    @Override
    public String toString() {
        return value;
    }
}
