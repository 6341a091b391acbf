package io.quittance.application.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The leases of an instance")
class LeasesTest {
    private final Shards shards = InMemoryStore.at(new HandClock(Given.NOON)).shards();
    private final Leases leases = new Leases(shards, "this run", System::nanoTime);

    @Test
    void are_none_before_it_starts() {
        assertEquals(Map.of(), leases.current());
        assertEquals(Optional.empty(), leases.of(new Shard(1)));
    }

    @Test
    void are_all_that_nobody_holds_once_it_has_started() {
        leases.start();

        assertEquals(Shard.COUNT, leases.current().size());
        Shard.all().forEach(shard -> assertEquals(Optional.of(new Lease(shard, "this run", 1)), leases.of(shard)));
        leases.close();
    }

    @Test
    void are_none_of_those_that_another_holds() {
        shards.lease("another run", Duration.ofHours(1));

        leases.start();

        assertEquals(Map.of(), leases.current());
        leases.close();
    }

    @Test
    void are_given_back_at_the_end_so_that_another_takes_them_at_once() {
        leases.start();

        leases.close();

        assertEquals(Map.of(), leases.current());
        assertEquals(
                Shard.COUNT, shards.lease("another run", Duration.ofHours(1)).size());
    }

    @Test
    void run_out_by_themselves_when_they_cannot_be_given_back() {
        Leases unlucky = new Leases(new Unreachable(), "this run", System::nanoTime);
        unlucky.start();

        unlucky.close();

        assertTrue(unlucky.current().isEmpty());
    }

    /** A database that goes away after it has given a lease. */
    private static final class Unreachable implements Shards {
        @Override
        public List<Lease> lease(String owner, Duration span) {
            return List.of(new Lease(new Shard(1), owner, 1));
        }

        @Override
        public void release(String owner) {
            throw new IllegalStateException("the database is away");
        }

        @Override
        public boolean confirm(Lease lease) {
            return false;
        }

        @Override
        public void seize() {}
    }
}
