package io.quittance.domain.capture;

import java.util.Objects;
import java.util.Optional;

/** A merchant's wish to give an authorised amount back to the payer, the whole of it, and what became of that. */
public record Cancel(CancelId id, Asked asked, Optional<UpstreamNo> upstreamNo, State state) implements Operation {
    public Cancel {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(asked, "asked");
        Objects.requireNonNull(upstreamNo, "upstreamNo");
        Objects.requireNonNull(state, "state");
    }

    /** A new one, as it stands before anybody upstream has heard of it. */
    public static Cancel requested(CancelId id, Asked asked) {
        return new Cancel(id, asked, Optional.empty(), new State.Pending());
    }
}
