package io.quittance.application.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.store.Eventually;
import io.quittance.application.transaction.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The leases of an instance")
class LeasesTest {
    private final Neighbours neighbours = new Neighbours();
    private final Leases leases = neighbours.leases("this run");

    private void neighbourComes() {
        neighbours.shards.join(GivenShards.member("another run"));
        neighbours.pass(Leases.RENEWAL);
    }

    private Lease one() {
        return leases.current().values().iterator().next();
    }

    @Nested
    class Of_one_alone {
        @Test
        void are_none_before_it_starts() {
            assertEquals(Map.of(), leases.current());
            assertEquals(Optional.empty(), leases.of(new Shard(1)));
            assertEquals(Optional.empty(), leases.lastRenewed());
        }

        @Test
        void are_all_once_it_has_started() {
            leases.start();

            assertEquals(Shard.COUNT, leases.current().size());
            Shard.all().forEach(shard -> assertEquals(Optional.of(new Lease(shard, "this run", 1)), leases.of(shard)));
            leases.close();
        }

        @Test
        void are_renewed_by_a_thread_of_their_own() {
            leases.start();
            neighbours.move(Leases.RENEWAL);

            Eventually.become(
                    "renewed", () -> leases.lastRenewed().equals(Optional.of(Duration.ZERO)) && leases.holds(one()));
            leases.close();
        }

        @Test
        void are_told_to_whoever_wants_to_look_at_them() {
            List<Shard> taken = new ArrayList<>();
            leases.whenTaken(taken::add);

            leases.step();
            neighbours.pass(Leases.RENEWAL);

            assertEquals(Set.copyOf(Shard.all()), Set.copyOf(taken));
            assertEquals(Shard.COUNT, taken.size(), "once");
        }

        @Test
        void are_free_for_another_at_once_after_its_end() {
            leases.start();

            leases.close();

            assertEquals(Map.of(), leases.current());
            assertEquals(Shard.COUNT, neighbours.free());
        }

        @Test
        void are_kept_to_the_end_although_it_begins_to_go() {
            leases.step();

            leases.retire();
            neighbours.pass(Leases.RENEWAL);

            assertEquals(Shard.COUNT, leases.current().size());
        }
    }

    @Nested
    class Shared_with_another {
        @Test
        void are_none_of_those_that_another_holds() {
            GivenShards.lease(neighbours.shards, "another run", Leases.SPAN);

            leases.step();

            assertEquals(Map.of(), leases.current());
        }

        @Test
        void are_its_share_of_what_is_free() {
            neighbours.shards.join(GivenShards.member("another run"));

            leases.step();

            assertEquals(32, leases.current().size());
        }

        @Test
        void are_given_down_to_its_share() {
            leases.step();

            neighbourComes();

            assertEquals(32, leases.current().size());
            assertEquals(32, neighbours.free());
        }

        @Test
        void are_kept_while_something_is_in_hand_but_nothing_is_begun_there() {
            leases.occupiedBy(_ -> true);
            leases.step();
            List<Lease> before = List.copyOf(leases.current().values());

            neighbourComes();

            assertEquals(0, neighbours.free());
            assertEquals(32, leases.current().size());
            before.forEach(lease -> assertTrue(leases.holds(lease)));
        }

        @Test
        void are_given_once_nothing_is_in_hand() {
            boolean[] busy = {true};
            leases.occupiedBy(_ -> busy[0]);
            leases.step();
            neighbourComes();

            busy[0] = false;
            leases.step();

            assertEquals(32, neighbours.free());
        }

        @Test
        void are_given_after_a_second_whatever_is_in_hand() {
            leases.occupiedBy(_ -> true);
            leases.step();
            List<Lease> before = List.copyOf(leases.current().values());
            neighbourComes();

            neighbours.pass(Handover.MOST.minusMillis(1));
            assertEquals(0, neighbours.free());
            neighbours.pass(Duration.ofMillis(1));

            assertEquals(32, neighbours.free());
            assertEquals(32, before.stream().filter(leases::holds).count());
        }

        @Test
        void are_given_first_where_nothing_is_in_hand() {
            leases.occupiedBy(shard -> shard.number() % 2 == 0);
            leases.step();

            neighbourComes();

            assertTrue(leases.current().keySet().stream().allMatch(shard -> shard.number() % 2 == 0));
            assertEquals(32, neighbours.free());
        }

        @Test
        void are_all_given_when_it_begins_to_go() {
            leases.step();
            neighbourComes();

            leases.retire();
            leases.step();

            assertEquals(Map.of(), leases.current());
            assertEquals(Shard.COUNT, neighbours.free());
        }
    }

    @Nested
    class That_were_not_renewed {
        @Test
        void are_its_own_until_the_span_is_over_and_no_longer() {
            leases.step();
            Lease lease = one();

            neighbours.move(Leases.SPAN.minusNanos(1));
            assertTrue(leases.holds(lease));
            neighbours.move(Duration.ofNanos(1));

            assertFalse(leases.holds(lease));
            assertEquals(Map.of(), leases.current());
            assertEquals(Optional.of(Leases.SPAN), leases.lastRenewed());
        }

        @Test
        void are_counted_from_before_the_renewal_was_sent() {
            neighbours.slow = Leases.SPAN;

            leases.step();

            assertEquals(Map.of(), leases.current());
        }

        @Test
        void are_lost_to_who_came_meanwhile_and_shared_anew_under_another_name() {
            leases.step();
            Lease old = one();
            neighbours.move(Leases.SPAN);
            GivenShards.lease(neighbours.shards, "another run", Leases.SPAN);

            leases.step();

            assertFalse(leases.holds(old));
            assertEquals(Map.of(), leases.current());
            assertEquals(
                    List.of("another run", "this run-2"),
                    neighbours.shards.roster(Leases.SPAN).members());
        }

        @Test
        void are_another_lease_once_it_was_taken_for_gone_even_if_nobody_took_them() {
            leases.step();
            Lease old = one();
            neighbours.move(Leases.SPAN);
            neighbours.shards.roster(Leases.SPAN);

            leases.step();

            assertFalse(leases.holds(old));
            assertEquals(Optional.of(new Lease(old.shard(), "this run-2", old.epoch() + 1)), leases.of(old.shard()));
        }

        @Test
        void run_out_by_themselves_when_they_cannot_be_given_back() {
            leases.start();
            neighbours.away = Optional.of(new StoreUnavailable("away", new IllegalStateException()));

            leases.close();

            assertEquals(Map.of(), leases.current());
        }

        @Test
        void are_tried_again_when_the_database_is_back() {
            leases.start();
            neighbours.away = Optional.of(new StoreUnavailable("away", new IllegalStateException()));
            neighbours.move(Leases.SPAN);
            Eventually.become("it failed", () -> leases.trouble().equals(Optional.of("away")));

            neighbours.away = Optional.empty();
            Eventually.become("renewed", () -> leases.current().size() == Shard.COUNT);
            Eventually.become("well", () -> leases.trouble().isEmpty());
            leases.close();
        }
    }

    @Nested
    class Whose_worker_does_not_turn {
        private boolean turning = true;

        @Test
        void are_kept_for_the_span_and_then_left_to_the_others() {
            leases.turnedBy(() -> turning);
            leases.step();
            Lease lease = one();

            turning = false;
            neighbours.pass(Leases.SPAN.minusSeconds(1), Leases.RENEWAL);
            assertTrue(leases.holds(lease));
            neighbours.pass(Leases.RENEWAL);

            assertFalse(leases.holds(lease));
            assertEquals(List.of(), neighbours.shards.roster(Leases.SPAN).members());
            assertEquals(Shard.COUNT, neighbours.free());
        }

        @Test
        void are_taken_again_when_it_turns_again() {
            leases.turnedBy(() -> turning);
            leases.step();
            turning = false;
            neighbours.pass(Leases.SPAN.multipliedBy(2), Leases.RENEWAL);

            turning = true;
            leases.step();

            assertEquals(Shard.COUNT, leases.current().size());
        }
    }
}
