package io.quittance.application.shard;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at the twins of the queues; one that is not named is empty. */
public final class InMemoryArrivals implements Arrivals {
    private final Shards shards;
    private final Map<Place, InMemoryQueue<?>> queues;

    public InMemoryArrivals(Shards shards, Map<Place, InMemoryQueue<?>> queues) {
        this.shards = shards;
        this.queues = Map.copyOf(queues);
    }

    private Optional<InMemoryQueue<?>> in(Place place) {
        return Optional.ofNullable(queues.get(place));
    }

    @Override
    public Signs signs(Duration span) {
        Map<Place, Long> newest = new HashMap<>();
        for (Place place : Place.values()) {
            newest.put(
                    place,
                    in(place).stream()
                            .flatMap(queue -> queue.all().stream())
                            .mapToLong(Queued::id)
                            .max()
                            .orElse(0));
        }
        Roster roster = shards.roster(span);
        return new Signs(newest, roster.members().size(), roster.free().size());
    }

    @Override
    public List<Arrival> behind(Place place, long id, int limit) {
        return in(place).stream()
                .flatMap(InMemoryArrivals::free)
                .filter(one -> one.id() > id)
                .sorted(Comparator.comparing(Queued::id))
                .limit(limit)
                .map(one -> new Arrival(one.id(), one.stretch(), one.dueAt()))
                .toList();
    }

    private static <Q extends Queued> Stream<Q> free(InMemoryQueue<Q> queue) {
        return queue.all().stream().filter(queue::isFree);
    }
}
