package io.quittance.persistence.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quittance.application.shard.GivenShards;
import io.quittance.application.shard.Lease;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.store.Latches;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A lease that a transaction has confirmed")
class ConfirmedLeaseTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    interface Confirmed {
        JdbcStore store();

        default Lease lease(String owner) {
            store().shards().seize();
            return GivenShards.lease(store().shards(), owner, LONG).getFirst();
        }

        private boolean confirm(Lease lease) {
            return store().shards().confirm(lease);
        }

        @Test
        default void is_taken_by_nobody_before_its_end() {
            Lease lease = lease(Given.unique("owner-"));
            store().shards().seize();
            String taker = Given.unique("owner-");
            store().shards().join(GivenShards.member(taker));
            CountDownLatch confirmed = new CountDownLatch(1);
            CountDownLatch taken = new CountDownLatch(1);
            Supplier<Boolean> finish = () -> store().answer(() -> {
                boolean mine = confirm(lease);
                confirmed.countDown();
                return mine && !Latches.within(taken, Duration.ofMillis(300));
            });
            Supplier<Boolean> take = () -> {
                Latches.await(confirmed);
                store().shards().take(taker, Map.of(lease.shard(), lease.epoch()));
                taken.countDown();
                return true;
            };

            List<Boolean> done = AtOnce.all(List.of(finish, take), Supplier::get);

            assertEquals(List.of(true, true), done, "confirmed, and not taken before the end");
            assertFalse(store().answer(() -> confirm(lease)), "taken then");
        }
    }

    /** On the embedded database a renewal waits for its turn to write, as everybody does; nobody else could take anything. */
    interface OnServer extends Confirmed {
        @Test
        default void is_renewed_meanwhile() {
            String owner = Given.unique("owner-");
            Lease lease = lease(owner);
            CountDownLatch confirmed = new CountDownLatch(1);
            CountDownLatch renewed = new CountDownLatch(1);
            Supplier<Boolean> finish = () -> store().answer(() -> {
                boolean mine = store().shards().confirm(lease);
                confirmed.countDown();
                return mine && Latches.within(renewed, Duration.ofSeconds(10));
            });
            Supplier<Boolean> renew = () -> {
                Latches.await(confirmed);
                boolean still = store().shards().renew(owner)
                        && store().shards().roster(LONG).of(owner).containsValue(lease);
                renewed.countDown();
                return still;
            };

            assertEquals(List.of(true, true), AtOnce.all(List.of(finish, renew), Supplier::get));
        }

        @Test
        default void is_confirmed_to_others_meanwhile() {
            Lease lease = lease(Given.unique("owner-"));
            CountDownLatch all = new CountDownLatch(3);

            List<Boolean> together = AtOnce.all(
                    List.of(1, 2, 3),
                    _ -> store().answer(() -> {
                        boolean mine = store().shards().confirm(lease);
                        all.countDown();
                        return mine && Latches.within(all, Duration.ofSeconds(10));
                    }));

            assertEquals(List.of(true, true, true), together, "none waits for the end of another");
        }
    }

    @Nested
    class On_H2 implements Confirmed {
        @Override
        public JdbcStore store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements OnServer {
        @Override
        public JdbcStore store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements OnServer {
        @Override
        public JdbcStore store() {
            return JdbcStore.onMySql();
        }
    }
}
