package io.quittance.domain.authorization;

/** How many captures of one authorization may succeed. One that is pending counts, as it may. */
public record CaptureAllowance(int most) {
    /**
     * PayerMax "Auth-Capture": "one-time capture is supported". {@code isFinal} looks like more to come, and no page says
     * that more may be asked for. The one place to change when one does.
     */
    public static final CaptureAllowance DOCUMENTED = new CaptureAllowance(1);

    public CaptureAllowance {
        if (most < 1) {
            throw new IllegalArgumentException("captures: " + most + " (expected: at least one)");
        }
    }

    boolean isSpentBy(int captures) {
        return captures >= most;
    }
}
