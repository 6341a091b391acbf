package io.quittance.domain.merchant;

import io.quittance.domain.text.ProtocolText;

/** The number of a merchant's contract. The pages allow 15 or 32 characters; we accept the longer. */
public record MerchantNo(String value) {
    public static final int MAX_CHARACTERS = 32;

    public MerchantNo {
        ProtocolText.require("merchantNo", value, MAX_CHARACTERS);
    }

    @Override
    public String toString() {
        return value;
    }
}
