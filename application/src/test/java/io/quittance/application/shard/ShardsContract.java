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
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Shards} promises. There is one set of shards, so no other test may run beside. */
public interface ShardsContract {
    Duration LONG = Duration.ofMinutes(10);

    Store store();

    private Shards shards() {
        return store().shards();
    }

    private static String owner() {
        String name = Given.unique("owner-");
        return name + "\u00E9".repeat(64 - name.length());
    }

    private boolean confirm(Lease lease) {
        return store().answer(() -> shards().confirm(lease));
    }

    @BeforeEach
    default void nobody_holds_a_shard() {
        shards().seize();
    }

    @Test
    default void gives_all_that_nobody_holds() {
        String owner = owner();

        List<Lease> leases = shards().lease(owner, LONG);

        assertEquals(Shard.COUNT, leases.size());
        assertEquals(Set.copyOf(Shard.all()), leases.stream().map(Lease::shard).collect(Collectors.toSet()));
        assertEquals(Set.of(owner), leases.stream().map(Lease::owner).collect(Collectors.toSet()));
    }

    @Test
    default void gives_nothing_that_another_holds() {
        shards().lease(owner(), LONG);

        assertEquals(List.of(), shards().lease(owner(), LONG));
    }

    @Test
    default void renews_without_a_new_epoch() {
        String owner = owner();
        List<Lease> first = shards().lease(owner, LONG);

        List<Lease> renewed = shards().lease(owner, LONG);

        assertEquals(Set.copyOf(first), Set.copyOf(renewed));
        first.forEach(lease -> assertTrue(confirm(lease)));
    }

    @Test
    default void holds_longer_once_it_was_renewed() {
        String owner = owner();
        shards().lease(owner, Duration.ofMillis(1));
        shards().lease(owner, LONG);

        assertEquals(List.of(), shards().lease(owner(), LONG));
    }

    @Test
    default void gives_expired_leases_to_another_with_a_later_epoch() {
        List<Lease> before = shards().lease(owner(), Duration.ofMillis(1));

        List<Lease> after = takenOverBy(owner());

        for (Lease old : before) {
            Lease successor = after.stream()
                    .filter(lease -> lease.shard().equals(old.shard()))
                    .findFirst()
                    .orElseThrow();
            assertTrue(successor.epoch() > old.epoch(), old + " and " + successor);
        }
    }

    private List<Lease> takenOverBy(String owner) {
        Eventually.become(
                "all leases run out", () -> shards().lease(owner, LONG).size() == Shard.COUNT);
        return shards().lease(owner, LONG);
    }

    @Test
    default void confirms_the_owners_leases_only() {
        List<Lease> before = shards().lease(owner(), Duration.ofMillis(1));

        List<Lease> after = takenOverBy(owner());

        before.forEach(lease -> assertFalse(confirm(lease)));
        after.forEach(lease -> assertTrue(confirm(lease)));
    }

    @Test
    default void does_not_confirm_an_old_epoch_of_an_owner_that_came_back() {
        String owner = owner();
        Lease old = shards().lease(owner, Duration.ofMillis(1)).getFirst();
        String another = owner();
        takenOverBy(another);
        shards().release(another);

        shards().lease(owner, LONG);

        assertFalse(confirm(old));
    }

    @Test
    default void lets_another_take_at_once_what_was_given_back() {
        String owner = owner();
        Lease given = shards().lease(owner, LONG).getFirst();
        shards().release(owner);

        List<Lease> taken = shards().lease(owner(), LONG);

        assertEquals(Shard.COUNT, taken.size());
        assertFalse(confirm(given));
    }

    @Test
    default void gives_back_nothing_that_is_anothers() {
        String owner = owner();
        List<Lease> held = shards().lease(owner, LONG);

        shards().release(owner());

        assertEquals(List.of(), shards().lease(owner(), LONG));
        held.forEach(lease -> assertTrue(confirm(lease)));
    }

    @Test
    default void takes_everything_from_whoever_holds_it_when_it_is_seized() {
        List<Lease> before = shards().lease(owner(), LONG);

        shards().seize();
        List<Lease> after = shards().lease(owner(), LONG);

        assertEquals(Shard.COUNT, after.size());
        before.forEach(lease -> assertFalse(confirm(lease)));
        after.forEach(lease -> assertTrue(confirm(lease)));
    }

    @Test
    default void gives_each_shard_to_one_of_many_who_ask_at_once() {
        List<String> owners = List.of(owner(), owner(), owner(), owner());

        List<List<Lease>> answers = AtOnce.all(owners, owner -> shards().lease(owner, LONG));

        Set<Shard> given = new HashSet<>();
        answers.forEach(leases ->
                leases.forEach(lease -> assertTrue(given.add(lease.shard()), lease.shard() + " was given twice")));
        assertEquals(Shard.COUNT, given.size());
    }
}
