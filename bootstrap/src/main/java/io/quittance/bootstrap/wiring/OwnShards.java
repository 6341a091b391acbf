package io.quittance.bootstrap.wiring;

import io.quittance.application.shard.Lease;
import io.quittance.application.shard.Leases;
import io.quittance.application.shard.Shard;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Supplier;

/** Chooses numbers for new orders that lie in shards of this instance, so that an order is worked off where it was taken. */
@Singleton
final class OwnShards {
    /** Of instances that are as many as shards, 98 of a hundred orders get a number of their own. */
    private static final int DRAWS = 4 * Shard.COUNT;

    private final Leases leases;

    OwnShards(Leases leases) {
        this.leases = leases;
    }

    /** The first number that lies there; any, if this instance has no shards, or none comes. */
    String draw(Supplier<String> numbers) {
        Map<Shard, Lease> own = leases.current();
        String number = numbers.get();
        for (int i = 1; i < DRAWS && !own.isEmpty() && !own.containsKey(Shard.of(number)); i++) {
            number = numbers.get();
        }
        return number;
    }
}
