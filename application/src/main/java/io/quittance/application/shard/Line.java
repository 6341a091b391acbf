package io.quittance.application.shard;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.function.Consumer;

/**
 * Who stands in line in one lane: what was read and waits for a place, and the shards in which there is more, each with the time before
 * which nothing unread of it is due. So what is due first can go first, though the shards are read one by one. {@link Lanes} guards it.
 */
final class Line<Q extends Queued> {
    /** Of each shard, where they are told in step: few, as there may be as many as there are shards. */
    private static final int LEAST_BITE = 4;

    private final Queue<Hand<Q>> ready = new PriorityQueue<>(Comparator.<Hand<Q>, Instant>comparing(Hand::since)
            .thenComparing(hand -> hand.entry().id()));

    private final SequencedMap<Shard, Instant> unread = new LinkedHashMap<>();
    private Optional<Instant> beingRead = Optional.empty();

    void add(Hand<Q> hand) {
        ready.add(hand);
    }

    /** There is more in that shard, and nothing of it is due before that time. */
    void more(Shard shard, Instant from) {
        unread.merge(shard, from, (one, other) -> one.isBefore(other) ? one : other);
    }

    /** Takes out the shard in which something may be due first. */
    Shard beginReading() {
        Map.Entry<Shard, Instant> first =
                unread.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
        unread.remove(first.getKey());
        beingRead = Optional.of(first.getValue());
        return first.getKey();
    }

    void endReading() {
        beingRead = Optional.empty();
    }

    boolean isBeingRead() {
        return beingRead.isPresent();
    }

    boolean hasUnread() {
        return !unread.isEmpty();
    }

    boolean hasReady() {
        return !ready.isEmpty();
    }

    int ready() {
        return ready.size();
    }

    /** Whether nothing that is unread may be due before what stands first. */
    boolean firstIsFirst() {
        return !ready.isEmpty()
                && firstUnread()
                        .filter(from -> from.isBefore(ready.element().since()))
                        .isEmpty();
    }

    private Optional<Instant> firstUnread() {
        Optional<Instant> first = unread.values().stream().min(Comparator.naturalOrder());
        return beingRead.filter(from -> first.filter(from::isAfter).isEmpty()).or(() -> first);
    }

    /** Call only if somebody is {@link #hasReady ready}. */
    Hand<Q> remove() {
        return ready.remove();
    }

    /** How many to take from one shard before the others are looked at again, in a lane of so many places. */
    int bite(int places) {
        return Math.max(LEAST_BITE, 2 * places / (1 + unread.size()));
    }

    void clear(Consumer<Hand<Q>> each) {
        ready.forEach(each);
        ready.clear();
        unread.clear();
    }

    boolean isEmpty() {
        return ready.isEmpty() && unread.isEmpty() && beingRead.isEmpty();
    }
}
