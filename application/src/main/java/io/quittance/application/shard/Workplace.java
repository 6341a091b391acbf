package io.quittance.application.shard;

import java.time.InstantSource;
import java.util.Objects;

/** What every worker of a queue works with. */
public record Workplace(Leases leases, Fence fence, InstantSource clock, Ticker ticker) {
    public Workplace {
        Objects.requireNonNull(leases, "leases");
        Objects.requireNonNull(fence, "fence");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(ticker, "ticker");
    }
}
