package io.quittance.application.shard;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who is there, and who has what.
 *
 * @param members the names of those that share the shards, in the order in which they came; who is about to go is none
 * @param held what is leased, also to those that are about to go
 * @param free what nobody holds, by number, each with its present epoch
 */
public record Roster(List<String> members, List<Lease> held, SortedMap<Shard, Long> free) {
    public Roster {
        members = List.copyOf(members);
        held = List.copyOf(held);
        free = Collections.unmodifiableSortedMap(new TreeMap<>(free));
    }

    /** What that one holds. */
    public Map<Shard, Lease> of(String name) {
        return held.stream()
                .filter(lease -> lease.owner().equals(name))
                .collect(Collectors.toUnmodifiableMap(Lease::shard, Function.identity()));
    }

    /**
     * How many shards it should have: all have the same, and what cannot be shared goes to those that came first. So one
     * who comes changes nothing between the others, and when one goes nobody has too many.
     */
    int share(String name) {
        int rank = members.indexOf(name);
        if (rank < 0) {
            return 0;
        }
        return Shard.COUNT / members.size() + (rank < Shard.COUNT % members.size() ? 1 : 0);
    }

    /** So many of the free ones for that member; each begins at another, as they often choose at the same time. */
    Map<Shard, Long> choose(String name, int wanted) {
        List<Shard> shards = List.copyOf(free.keySet());
        int first = shards.size() * Math.max(0, members.indexOf(name)) / Math.max(1, members.size());
        Map<Shard, Long> chosen = new TreeMap<>(free.comparator());
        for (int i = 0; i < Math.min(wanted, shards.size()); i++) {
            Shard shard = shards.get((first + i) % shards.size());
            chosen.put(shard, free.get(shard));
        }
        return chosen;
    }
}
