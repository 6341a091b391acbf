package io.quittance.application.shard;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Shards in the hands of those that a test names. */
public final class GivenShards {
    private GivenShards() {}

    public static Member member(String name) {
        return new Member(name, "host:8080", "1.0");
    }

    /** Joins or renews, and takes all that is free. @return what it has then, by number */
    public static List<Lease> lease(Shards shards, String name, Duration span) {
        if (!shards.renew(name)) {
            shards.join(member(name));
        }
        shards.take(name, shards.roster(span).free());
        return held(shards, name, span);
    }

    static List<Lease> held(Shards shards, String name, Duration span) {
        return shards.roster(span).of(name).values().stream()
                .sorted(Comparator.comparing(Lease::shard))
                .toList();
    }
}
