package io.quittance.domain.merchant;

/** Our own short number of a registered merchant; it never goes on the wire. */
public record MerchantId(long value) {
    public MerchantId {
        if (value < 1) {
            throw new IllegalArgumentException("merchant id: " + value + " (expected: >= 1)");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
