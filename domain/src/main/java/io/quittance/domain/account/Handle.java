package io.quittance.domain.account;

import io.quittance.domain.text.ProtocolText;

/**
 * One thing by which an acquirer's messages name an account, as PayerMax's app id. No secret: it stands in clear, as
 * messages are looked up by it before anybody has verified them.
 *
 * @param kind what it is, in the acquirer's words: lower-case letters, digits, hyphens; at most 32
 */
public record Handle(String kind, String value) implements Comparable<Handle> {
    public static final int MAX_CHARACTERS = 64;

    public Handle {
        kind = new AcquirerName(kind).value();
        ProtocolText.require(kind, value, MAX_CHARACTERS);
    }

    /** By kind, then by value. */
    @Override
    public int compareTo(Handle other) {
        int byKind = kind.compareTo(other.kind);
        return byKind == 0 ? value.compareTo(other.value) : byKind;
    }

    @Override
    public String toString() {
        return kind + " " + value;
    }
}
