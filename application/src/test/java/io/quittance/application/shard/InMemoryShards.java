package io.quittance.application.shard;

import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The twin of the leases' table. */
public final class InMemoryShards implements Shards {
    private static final String NOBODY = "";

    private final Memory memory;
    private final InstantSource clock;
    private final Rows<Integer, Held> rows;

    private record Held(Shard shard, String owner, long epoch, Instant until) {
        Lease lease() {
            return new Lease(shard, owner, epoch);
        }
    }

    public InMemoryShards(Memory memory, InstantSource clock) {
        this.memory = memory;
        this.clock = clock;
        rows = Rows.of(memory);
        Shard.all().forEach(shard -> keep(new Held(shard, NOBODY, 0, Instant.EPOCH)));
    }

    private void keep(Held row) {
        rows.put(row.shard().number(), row);
    }

    @Override
    public List<Lease> lease(String owner, Duration span) {
        return memory.alone(() -> {
            Instant now = clock.instant();
            Instant until = now.plus(span);
            for (Held row : rows.all().toList()) {
                if (row.owner().equals(owner)) {
                    keep(new Held(row.shard(), owner, row.epoch(), until));
                } else if (!row.until().isAfter(now)) {
                    keep(new Held(row.shard(), owner, row.epoch() + 1, until));
                }
            }
            return rows.all()
                    .filter(row -> row.owner().equals(owner))
                    .map(Held::lease)
                    .toList();
        });
    }

    @Override
    public void release(String owner) {
        memory.alone(() -> {
            rows.all().filter(row -> row.owner().equals(owner)).toList().forEach(this::free);
            return owner;
        });
    }

    @Override
    public boolean confirm(Lease lease) {
        return memory.within(
                () -> rows.get(lease.shard().number()).map(Held::lease).equals(Optional.of(lease)));
    }

    @Override
    public void seize() {
        memory.alone(() -> {
            rows.all().toList().forEach(this::free);
            return true;
        });
    }

    private void free(Held row) {
        keep(new Held(row.shard(), NOBODY, row.epoch(), Instant.EPOCH));
    }
}
