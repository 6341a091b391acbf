package io.quittance.application.shard;

import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The twin of the held lanes of one queue. */
public final class InMemoryHeldLanes implements HeldLanes {
    private final Rows<Long, HeldLane> held;
    private final InstantSource clock;

    public InMemoryHeldLanes(Memory memory, InstantSource clock) {
        this.held = Rows.of(memory);
        this.clock = clock;
    }

    @Override
    public synchronized boolean hold(long lane, String why, Optional<String> person) {
        Optional<HeldLane> earlier = held.get(lane);
        if (earlier.filter(one -> one.perSecond().isEmpty()
                        && (person.isEmpty() || one.person().isPresent()))
                .isPresent()) {
            return false;
        }
        held.put(
                lane,
                new HeldLane(
                        lane, clock.instant(), upTo(LONGEST_WHY, why), person.map(name -> upTo(LONGEST_PERSON, name))));
        return true;
    }

    @Override
    public synchronized boolean slow(long lane, int perSecond, String why, String person) {
        Optional<Integer> rate = Optional.of(perSecond);
        if (held.get(lane).filter(one -> one.perSecond().equals(rate)).isPresent()) {
            return false;
        }
        Optional<String> who = Optional.of(upTo(LONGEST_PERSON, person));
        held.put(lane, new HeldLane(lane, clock.instant(), upTo(LONGEST_WHY, why), who, rate));
        return true;
    }

    private static String upTo(int most, String text) {
        return text.substring(0, Math.min(most, text.length()));
    }

    @Override
    public synchronized boolean release(long lane) {
        boolean there = held.get(lane).isPresent();
        if (there) {
            held.remove(lane);
        }
        return there;
    }

    @Override
    public synchronized boolean releaseUnlessByPerson(long lane) {
        return held.get(lane).filter(one -> one.person().isEmpty()).isPresent() && release(lane);
    }

    @Override
    public synchronized List<HeldLane> all() {
        return held.all().toList();
    }
}
