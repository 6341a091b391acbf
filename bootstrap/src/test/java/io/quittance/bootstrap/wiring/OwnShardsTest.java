package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.shard.GivenShards;
import io.quittance.application.shard.Leases;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Shards;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

@Label("Numbers of new orders")
class OwnShardsTest {
    private static final int SOME = 300;

    /** Wants its share of the shards among so many. */
    private static Leases oneOf(int instances) {
        Shards shards = InMemoryStore.at(new HandClock(Given.NOON)).shards();
        for (int i = 1; i < instances; i++) {
            shards.join(GivenShards.member("other " + i));
        }
        return new Leases(shards, GivenShards.member("this run"), System::nanoTime);
    }

    private static List<Supplier<String>> sources(Leases leases) {
        OwnShards own = new OwnShards(leases);
        SecureRandom random = new SecureRandom();
        return List.of(
                new TimedNumbers("CA", random, new HandClock(Given.NOON), own)::next,
                () -> new RandomLinkIds(random, own).next().value());
    }

    @Property(tries = 20)
    void lie_in_shards_of_who_gives_them_as_different_and_as_formed_as_ever(
            @ForAll @IntRange(min = 1, max = 16) int instances) {
        try (Leases leases = oneOf(instances)) {
            leases.start();
            Set<Shard> own = leases.current().keySet();
            assertTrue(own.size() >= Shard.COUNT / instances, "it has its share");
            Iterator<String> forms =
                    List.of("20\\d{12}CA[1-9]\\d{18}", "[a-z]{16}").iterator();

            for (Supplier<String> source : sources(leases)) {
                String form = forms.next();
                Set<String> given = new HashSet<>();
                for (int i = 0; i < SOME; i++) {
                    String number = source.get();
                    assertTrue(number.matches(form), number);
                    assertTrue(own.contains(Shard.of(number)), number);
                    given.add(number);
                }
                assertEquals(SOME, given.size());
            }
        }
    }

    @Example
    void lie_anywhere_while_it_has_none() {
        Leases none = oneOf(2);

        for (Supplier<String> source : sources(none)) {
            Set<Shard> shards = new HashSet<>();
            for (int i = 0; i < 10 * SOME; i++) {
                shards.add(Shard.of(source.get()));
            }
            assertEquals(Shard.COUNT, shards.size());
        }
    }

    @Example
    void are_drawn_in_vain_for_a_while_only() {
        try (Leases leases = oneOf(2)) {
            leases.start();
            String elsewhere = "";
            for (int i = 0; leases.of(Shard.of(elsewhere)).isPresent(); i++) {
                elsewhere = Integer.toString(i);
            }
            String always = elsewhere;

            assertEquals(always, new OwnShards(leases).draw(() -> always));
        }
    }
}
