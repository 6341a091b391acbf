package io.quittance.domain.merchant;

import io.quittance.domain.text.ProtocolText;

/** The id of an integrating application; the keys belong to it. PayerMax's own are 32 hexadecimal characters. */
public record AppId(String value) {
    public static final int MAX_CHARACTERS = 64;

    public AppId {
        ProtocolText.require("appId", value, MAX_CHARACTERS);
    }

    @Override
    public String toString() {
        return value;
    }
}
