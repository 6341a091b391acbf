package io.quittance.application.shard;

import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.store.Memory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Instances that share one set of shards, and one time that stands still until it is moved. */
final class Neighbours {
    private final HandClock clock = new HandClock(Given.NOON);
    private final List<Leases> instances = new ArrayList<>();
    final AtomicInteger refused = new AtomicInteger();
    final Shards shards = new Moody(InMemoryStore.at(clock).shards());

    /** How the database refuses everything, while it does. */
    volatile Optional<RuntimeException> away = Optional.empty();

    /** How long it takes until a roster is here. */
    Duration slow = Duration.ZERO;

    Leases leases(String name) {
        Leases one = new Leases(shards, GivenShards.member(name), ticker());
        instances.add(one);
        return one;
    }

    InstantSource clock() {
        return clock;
    }

    Ticker ticker() {
        return () -> Duration.between(Given.NOON, clock.instant()).toNanos();
    }

    Workplace workplace(Leases one) {
        return new Workplace(one, new Fence(shards, new Memory(false)), clock, ticker());
    }

    void gone(Leases one) {
        instances.remove(one);
    }

    void back(Leases one) {
        instances.add(one);
    }

    void move(Duration by) {
        clock.move(by);
    }

    /** Time passes, and everybody does what is to be done then. */
    void pass(Duration time) {
        clock.move(time);
        List.copyOf(instances).forEach(Leases::step);
    }

    /** As much time passes, in steps. */
    void pass(Duration time, Duration step) {
        for (Duration left = time; left.isPositive(); left = left.minus(step)) {
            pass(left.compareTo(step) < 0 ? left : step);
        }
    }

    int free() {
        return shards.roster(Leases.SPAN).free().size();
    }

    private final class Moody implements Shards {
        private final Shards real;

        Moody(Shards real) {
            this.real = real;
        }

        private Shards asked() {
            away.ifPresent(refusal -> {
                refused.incrementAndGet();
                throw refusal;
            });
            return real;
        }

        @Override
        public void join(Member member) {
            asked().join(member);
        }

        @Override
        public boolean renew(String name) {
            return asked().renew(name);
        }

        @Override
        public void retire(String name) {
            asked().retire(name);
        }

        @Override
        public Roster roster(Duration span) {
            Roster roster = asked().roster(span);
            clock.move(slow);
            return roster;
        }

        @Override
        public void take(String name, Map<Shard, Long> free) {
            asked().take(name, free);
        }

        @Override
        public void give(String name, Set<Shard> shards) {
            asked().give(name, shards);
        }

        @Override
        public void leave(String name) {
            asked().leave(name);
        }

        @Override
        public boolean confirm(Lease lease) {
            return asked().confirm(lease);
        }

        @Override
        public void seize() {
            asked().seize();
        }
    }
}
