package io.quittance.application.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Eventually;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Shards} promises. There is one set of shards, so no other test may run beside. */
public interface ShardsContract {
    Duration LONG = Duration.ofMinutes(10);
    Duration SHORT = Duration.ofMillis(1);

    Store store();

    private Shards shards() {
        return store().shards();
    }

    private static String name() {
        String name = Given.unique("owner-");
        return name + "\u00E9".repeat(64 - name.length());
    }

    private String joined() {
        String name = name();
        shards().join(GivenShards.member(name));
        return name;
    }

    private List<Lease> lease(String name) {
        return GivenShards.lease(shards(), name, LONG);
    }

    private List<Lease> held(String name) {
        return GivenShards.held(shards(), name, LONG);
    }

    private Roster roster() {
        return shards().roster(LONG);
    }

    private boolean confirm(Lease lease) {
        return store().answer(() -> shards().confirm(lease));
    }

    private static Set<Shard> shardsOf(List<Lease> leases) {
        return leases.stream().map(Lease::shard).collect(Collectors.toSet());
    }

    /** Time passes, and the given member is taken for gone. */
    private void isGone(String name) {
        Eventually.become("it is taken for gone", () -> {
            shards().roster(SHORT);
            return !shards().renew(name);
        });
    }

    @BeforeEach
    default void nobody_is_there() {
        shards().seize();
    }

    @Test
    default void are_all_free_when_nobody_is_there() {
        assertEquals(List.of(), roster().members());
        assertEquals(List.of(), roster().held());
        assertEquals(Shard.all(), List.copyOf(roster().free().keySet()));
    }

    @Test
    default void are_all_free_when_somebody_came_and_took_none() {
        String name = joined();

        assertEquals(List.of(name), roster().members());
        assertEquals(List.of(), roster().held());
        assertEquals(Shard.COUNT, roster().free().size());
    }

    @Test
    default void belong_to_who_took_them() {
        String name = joined();

        shards().take(name, roster().free());

        List<Lease> leases = held(name);
        assertEquals(Set.copyOf(Shard.all()), shardsOf(leases));
        assertEquals(Set.of(name), leases.stream().map(Lease::owner).collect(Collectors.toSet()));
        assertEquals(Map.of(), roster().free());
        leases.forEach(lease -> assertTrue(confirm(lease)));
    }

    @Test
    default void are_taken_one_by_one_too() {
        String name = joined();
        Shard seventh = new Shard(7);

        shards().take(name, Map.of(seventh, roster().free().get(seventh)));

        assertEquals(Set.of(seventh), shardsOf(held(name)));
        assertEquals(Shard.COUNT - 1, roster().free().size());
        assertFalse(roster().free().containsKey(seventh));
    }

    @Test
    default void are_left_to_who_took_them_first() {
        Roster both = roster();
        String first = joined();
        shards().take(first, both.free());

        String second = joined();
        shards().take(second, both.free());

        assertEquals(Shard.COUNT, held(first).size());
        assertEquals(List.of(), held(second));
    }

    @Test
    default void are_renewed_without_a_new_epoch() {
        String name = name();
        List<Lease> first = lease(name);

        assertTrue(shards().renew(name));

        assertEquals(first, held(name));
        first.forEach(lease -> assertTrue(confirm(lease)));
    }

    @Test
    default void are_free_once_their_owner_was_not_seen_for_the_span() {
        String owner = name();
        List<Lease> before = lease(owner);

        isGone(owner);

        assertEquals(List.of(), roster().members());
        assertEquals(Shard.COUNT, roster().free().size());
        before.forEach(lease -> assertTrue(confirm(lease), "nobody has begun anything there yet"));
    }

    @Test
    default void have_a_later_epoch_with_each_new_owner() {
        String owner = name();
        List<Lease> before = lease(owner);
        isGone(owner);

        List<Lease> after = lease(name());

        for (Lease old : before) {
            Lease successor = after.get(old.shard().number());
            assertTrue(successor.epoch() > old.epoch(), old + " and " + successor);
            assertFalse(confirm(old));
            assertTrue(confirm(successor));
        }
    }

    @Test
    default void are_not_renewed_for_who_is_no_member() {
        assertFalse(shards().renew(name()));
    }

    @Test
    default void are_not_confirmed_to_an_old_epoch_of_an_owner_that_came_back() {
        String owner = name();
        Lease old = lease(owner).getFirst();
        shards().leave(owner);
        String another = name();
        lease(another);
        shards().leave(another);

        lease(owner);

        assertFalse(confirm(old));
    }

    @Test
    default void are_free_at_once_when_given_back() {
        String owner = name();
        Lease given = lease(owner).get(9);

        shards().give(owner, Set.of(new Shard(9), new Shard(11)));

        assertEquals(
                List.of(new Shard(9), new Shard(11)),
                List.copyOf(roster().free().keySet()));
        assertEquals(Shard.COUNT - 2, held(owner).size());
        assertFalse(confirm(given));
    }

    @Test
    default void are_given_back_by_nobody_but_their_owner() {
        String owner = name();
        List<Lease> held = lease(owner);

        shards().give(joined(), Set.copyOf(Shard.all()));

        assertEquals(held, held(owner));
    }

    @Test
    default void are_all_free_at_once_when_their_owner_leaves() {
        String owner = name();
        lease(owner);
        String another = joined();

        shards().leave(owner);

        assertEquals(List.of(another), roster().members());
        assertEquals(Shard.COUNT, roster().free().size());
    }

    @Test
    default void stay_with_an_owner_that_says_it_will_go() {
        String owner = name();
        List<Lease> held = lease(owner);
        String another = joined();

        shards().retire(owner);

        assertTrue(shards().renew(owner));
        assertEquals(List.of(another), roster().members(), "it counts no longer");
        assertEquals(held, held(owner));
    }

    @Test
    default void are_shared_among_members_in_the_order_in_which_they_came() {
        List<String> names = List.of(joined(), joined(), joined());

        assertEquals(names, roster().members());
        assertEquals(
                List.of(22, 21, 21),
                names.stream().map(name -> roster().share(name)).toList());
    }

    @Test
    default void are_all_free_when_they_are_seized() {
        List<Lease> before = lease(name());

        shards().seize();

        assertEquals(List.of(), roster().members());
        List<Lease> after = lease(name());
        assertEquals(Shard.COUNT, after.size());
        before.forEach(lease -> assertFalse(confirm(lease)));
        after.forEach(lease -> assertTrue(confirm(lease)));
    }

    @Test
    default void go_to_one_each_of_many_who_take_at_once() {
        List<String> names = List.of(name(), name(), name(), name());

        List<List<Lease>> answers = AtOnce.all(names, this::lease);

        Set<Shard> given = new HashSet<>();
        answers.forEach(leases ->
                leases.forEach(lease -> assertTrue(given.add(lease.shard()), lease.shard() + " was given twice")));
        assertEquals(Shard.COUNT, given.size());
    }
}
