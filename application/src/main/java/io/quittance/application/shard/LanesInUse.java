package io.quittance.application.shard;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** The lanes of which something is known, and those of them that want reading. {@link Lanes} guards it. */
final class LanesInUse<Q extends Queued> {
    private final LongFunction<Lane<Q>> fresh;
    private final Map<Long, Lane<Q>> lanes = new HashMap<>();
    private final SequencedSet<Lane<Q>> hungry = new LinkedHashSet<>();

    /** @param fresh how a lane begins */
    LanesInUse(LongFunction<Lane<Q>> fresh) {
        this.fresh = fresh;
    }

    Lane<Q> lane(long number) {
        return lanes.computeIfAbsent(number, fresh::apply);
    }

    Optional<Lane<Q>> known(long number) {
        return Optional.ofNullable(lanes.get(number));
    }

    void leaveIfIdle(Lane<Q> lane, Instant now) {
        if (lane.isIdle(now)) {
            lanes.remove(lane.number());
        }
    }

    /** @return whether it did not want reading before */
    boolean wantsReading(Lane<Q> lane) {
        return hungry.add(lane);
    }

    void noneWantsReading() {
        hungry.clear();
    }

    /** Takes out the one that has wanted reading for the longest. */
    Optional<Lane<Q>> nextToRead(Instant now) {
        while (!hungry.isEmpty()) {
            Lane<Q> lane = hungry.removeFirst();
            if (lane.wantsReading(now)) {
                return Optional.of(lane);
            }
        }
        return Optional.empty();
    }

    /** How many entries are in hand. */
    int inHand() {
        return lanes.values().stream().mapToInt(Lane::inHand).sum();
    }

    boolean anyRuns() {
        return lanes.values().stream().anyMatch(Lane::runs);
    }

    /** Whether anything of that shard is in hand. */
    boolean holds(Shard shard) {
        return lanes.values().stream().anyMatch(lane -> lane.holds(shard));
    }

    List<Lane<Q>> held() {
        return lanes.values().stream().filter(Lane::isHeld).toList();
    }

    /** Those are slowed, and no others. @param share how much of a rate is this instance's */
    void slow(Map<Long, Integer> rates, double share, Instant now) {
        rates.forEach((number, perSecond) -> lane(number).pace().set(perSecond * share, now));
        lanes.values().stream()
                .filter(lane -> !rates.containsKey(lane.number()))
                .forEach(lane -> lane.pace().free());
    }

    /** The lanes that fail now. */
    Map<Long, Failing> failing() {
        Map<Long, Failing> failing = new TreeMap<>();
        lanes.values().forEach(lane -> lane.temper().failing().ifPresent(one -> failing.put(lane.number(), one)));
        return failing;
    }
}
