package io.quittance.application.shard;

import java.util.Objects;

/** The bells of the two queues that orders feed. */
public record Bells(Bell errands, Bell deliveries) {
    public Bells {
        Objects.requireNonNull(errands, "errands");
        Objects.requireNonNull(deliveries, "deliveries");
    }
}
