package io.quittance.domain.account;

/** Our own short number of an account; it never goes on the wire. */
public record AccountId(long value) {
    public AccountId {
        if (value < 1) {
            throw new IllegalArgumentException("account id: " + value + " (expected: >= 1)");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
