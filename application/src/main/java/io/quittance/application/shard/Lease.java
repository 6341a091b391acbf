package io.quittance.application.shard;

import java.util.Objects;

/**
 * The right to work off a shard.
 *
 * @param owner the instance that holds it
 * @param epoch grows at each change of owner; who shows an older one is refused
 */
public record Lease(Shard shard, String owner, long epoch) {
    public Lease {
        Objects.requireNonNull(shard, "shard");
        Objects.requireNonNull(owner, "owner");
    }
}
