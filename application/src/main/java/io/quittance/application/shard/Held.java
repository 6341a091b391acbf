package io.quittance.application.shard;

import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What an instance holds at one moment.
 *
 * @param open those in which something may be begun: the others are being given away
 * @param sinceNanos before the renewal was sent, so that they never hold here longer than in the database
 */
record Held(Map<Shard, Lease> leases, Map<Shard, Lease> open, long sinceNanos) {
    static final Held NOTHING = new Held(Map.of(), Map.of(), 0);

    static Held of(Map<Shard, Lease> leases, Collection<Shard> giving, long sinceNanos) {
        return new Held(leases, only(leases, shard -> !giving.contains(shard)), sinceNanos);
    }

    Held without(Collection<Shard> given) {
        Predicate<Shard> kept = shard -> !given.contains(shard);
        return new Held(only(leases, kept), only(open, kept), sinceNanos);
    }

    private static Map<Shard, Lease> only(Map<Shard, Lease> leases, Predicate<Shard> kept) {
        return leases.entrySet().stream()
                .filter(one -> kept.test(one.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
