package io.quittance.application.shard;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The shards that an instance is giving away, and since when: each waits for what is in hand of it, but not for long. */
final class Handover {
    /** How long what is in hand keeps a shard that another is to have. */
    static final Duration MOST = Duration.ofSeconds(1);

    private final Predicate<Shard> inHand;
    private final Ticker ticker;
    private final Map<Shard, Long> since = new HashMap<>();

    Handover(Predicate<Shard> inHand, Ticker ticker) {
        this.inHand = inHand;
        this.ticker = ticker;
    }

    Set<Shard> shards() {
        return Set.copyOf(since.keySet());
    }

    void forget() {
        since.clear();
    }

    /** What is not held any more is not given either. */
    void retain(Collection<Shard> held) {
        since.keySet().retainAll(held);
    }

    /** Begins to give so many of these away, first of all those of which nothing is in hand; what was begun goes on. */
    void begin(Collection<Shard> held, int surplus) {
        if (surplus < since.size()) {
            since.clear();
        }
        if (surplus <= since.size()) {
            return;
        }
        // Asked once of each: it changes while we sort.
        Set<Shard> busy = held.stream().filter(inHand).collect(Collectors.toSet());
        held.stream()
                .filter(shard -> !since.containsKey(shard))
                .sorted(Comparator.comparing((Shard shard) -> busy.contains(shard))
                        .thenComparing(Comparator.<Shard>reverseOrder()))
                .limit(surplus - since.size())
                .toList()
                .forEach(shard -> since.put(shard, ticker.nanos()));
    }

    /** Takes out those of which nothing is in hand, and those that were waited for long enough. */
    Set<Shard> ready() {
        Set<Shard> ready = since.entrySet().stream()
                .filter(one -> !inHand.test(one.getKey())
                        || ticker.since(one.getValue()).compareTo(MOST) >= 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        since.keySet().removeAll(ready);
        return ready;
    }
}
