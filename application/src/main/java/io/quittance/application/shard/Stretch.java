package io.quittance.application.shard;

import java.util.Objects;

/**
 * The part of a lane that lies in one shard: what one owner reads at a time.
 *
 * @param lane whom it is owed to: an endpoint of a merchant, an account upstream; each queue numbers its own
 */
public record Stretch(Shard shard, long lane) {
    public Stretch {
        Objects.requireNonNull(shard, "shard");
    }
}
