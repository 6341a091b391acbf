package io.quittance.application.shard;

import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The twin of the tables {@code instance} and {@code shard}. */
public final class InMemoryShards implements Shards {
    private final Memory memory;
    private final InstantSource clock;
    private final Rows<Shard, Lease> rows;
    private final Rows<String, Present> members;
    private long joined;

    private record Present(Member member, long rank, Instant seenAt, boolean leaving) {}

    public InMemoryShards(Memory memory, InstantSource clock) {
        this.memory = memory;
        this.clock = clock;
        rows = Rows.of(memory);
        members = Rows.of(memory);
        Shard.all().forEach(shard -> keep(new Lease(shard, "", 0)));
    }

    private void keep(Lease row) {
        rows.put(row.shard(), row);
    }

    /** Joins or renews, and takes all that is free, whatever its share: for what works on shards and does not share them. */
    public List<Lease> lease(String owner, Duration span) {
        return GivenShards.lease(this, owner, span);
    }

    @Override
    public void join(Member member) {
        memory.alone(() -> {
            members.put(member.name(), new Present(member, joined++, clock.instant(), false));
            return true;
        });
    }

    @Override
    public boolean renew(String name) {
        return memory.alone(() -> members.get(name)
                .map(one -> {
                    members.put(name, new Present(one.member(), one.rank(), clock.instant(), one.leaving()));
                    return true;
                })
                .orElse(false));
    }

    @Override
    public void retire(String name) {
        memory.alone(() -> {
            members.get(name)
                    .ifPresent(one -> members.put(name, new Present(one.member(), one.rank(), one.seenAt(), true)));
            return true;
        });
    }

    @Override
    public Roster roster(Duration span) {
        return memory.alone(() -> {
            Instant gone = clock.instant().minus(span);
            members.all()
                    .filter(one -> !one.seenAt().isAfter(gone))
                    .toList()
                    .forEach(one -> members.remove(one.member().name()));
            TreeMap<Shard, Long> free = new TreeMap<>();
            rows.all().filter(row -> !isHeld(row)).forEach(row -> free.put(row.shard(), row.epoch()));
            return new Roster(
                    members.all()
                            .filter(one -> !one.leaving())
                            .sorted(Comparator.comparing(Present::rank))
                            .map(one -> one.member().name())
                            .toList(),
                    rows.all().filter(this::isHeld).toList(),
                    free);
        });
    }

    private boolean isHeld(Lease row) {
        return members.get(row.owner()).isPresent();
    }

    @Override
    public void take(String name, Map<Shard, Long> free) {
        memory.alone(() -> {
            free.forEach((shard, epoch) -> rows.get(shard)
                    .filter(row -> row.epoch() == epoch)
                    .ifPresent(_ -> keep(new Lease(shard, name, epoch + 1))));
            return true;
        });
    }

    @Override
    public void give(String name, Set<Shard> shards) {
        memory.alone(() -> {
            shards.forEach(shard -> rows.get(shard)
                    .filter(row -> row.owner().equals(name))
                    .ifPresent(row -> keep(new Lease(shard, "", row.epoch()))));
            return true;
        });
    }

    @Override
    public void leave(String name) {
        memory.alone(() -> {
            members.remove(name);
            return true;
        });
    }

    @Override
    public boolean confirm(Lease lease) {
        return memory.within(() -> rows.get(lease.shard()).equals(Optional.of(lease)));
    }

    @Override
    public void seize() {
        memory.alone(() -> {
            members.all().toList().forEach(one -> members.remove(one.member().name()));
            return true;
        });
    }
}
