package io.quittance.domain.authorization;

import io.quittance.domain.authorization.Authorization.Hold;

/**
 * All that was asked of one authorized order, counted by how it stands; what failed does not count. Where the hold
 * stands follows from them alone, so it is the same whatever they learned of each other, and in whatever order they
 * ended.
 *
 * @param capturing captures that have not ended
 * @param captured captures that succeeded
 * @param cancelling cancels that have not ended
 * @param cancelled cancels that succeeded
 */
public record Operations(int capturing, int captured, int cancelling, int cancelled) {
    /** Nothing was asked yet. */
    public static final Operations NONE = new Operations(0, 0, 0, 0);

    /**
     * How many captures of one authorization may succeed. PayerMax: "one-time capture is supported". The one place to
     * change when a capture that is not final ({@code isFinal}) leaves the rest for another.
     */
    private static final int MOST_CAPTURES = 1;

    public Operations {
        if (capturing < 0 || captured < 0 || cancelling < 0 || cancelled < 0) {
            throw new IllegalArgumentException("operations: " + capturing + ", " + captured + ", " + cancelling + ", "
                    + cancelled + " (expected: none negative)");
        }
    }

    /** Where they leave the hold: what ended well decides, then what is in flight. */
    public Hold hold() {
        if (cancelled > 0) {
            return Hold.CANCELLED;
        }
        if (captured >= MOST_CAPTURES) {
            return Hold.CAPTURED;
        }
        if (cancelling > 0) {
            return Hold.CANCELLING;
        }
        return capturing > 0 ? Hold.CAPTURING : Hold.OPEN;
    }
}
