package io.quittance.domain.merchant;

/**
 * Our own short number of a place that a merchant is told at, and of the lane of what is owed to it. The registered address goes
 * by its merchant's number; a further endpoint by the negative of its own, so that the two never meet.
 */
public record EndpointId(long value) {
    /** Of an endpoint that is not kept yet. */
    public static final EndpointId NEW = new EndpointId(0);

    /** That merchant's registered address. */
    public static EndpointId registered(MerchantId merchant) {
        return new EndpointId(merchant.value());
    }

    /** @param number that it is kept under, 1 or above */
    public static EndpointId further(long number) {
        if (number < 1) {
            throw new IllegalArgumentException("endpoint number: " + number + " (expected: >= 1)");
        }
        return new EndpointId(-number);
    }

    public boolean isRegistered() {
        return value > 0;
    }

    /** That it is kept under. @throws IllegalStateException if it is a registered address or not kept yet */
    public long number() {
        if (value >= 0) {
            throw new IllegalStateException("endpoint " + value + " has no number of its own");
        }
        return -value;
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
