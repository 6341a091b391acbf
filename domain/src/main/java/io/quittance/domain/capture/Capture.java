package io.quittance.domain.capture;

import io.quittance.domain.money.Money;
import java.util.Objects;
import java.util.Optional;

/**
 * A merchant's wish to collect an authorised amount, and what became of it.
 *
 * @param last whether it was asked for as the final capture of its order ({@code isFinal})
 */
public record Capture(
        CaptureId id, Asked asked, Money amount, boolean last, Optional<UpstreamNo> upstreamNo, State state)
        implements Operation {
    public Capture {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(asked, "asked");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(upstreamNo, "upstreamNo");
        Objects.requireNonNull(state, "state");
    }

    /** A new one, as it stands before anybody upstream has heard of it. */
    public static Capture requested(CaptureId id, Asked asked, Money amount, boolean last) {
        return new Capture(id, asked, amount, last, Optional.empty(), new State.Pending());
    }
}
