package io.quittance.application.shard;

import io.quittance.application.shard.Arrivals.Place;
import io.quittance.application.shard.Arrivals.Signs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Hears what other instances put into our shards: looks again and again at the ends of the queues, and tells the workers of
 * what is new there. Entries become visible in another order than that of their ids, so each is looked for twice; one that
 * takes longer is found when the worker looks over everything.
 */
public final class FarBell implements Lookout {
    /** While something goes on. */
    static final Duration OFTEN = Duration.ofMillis(100);

    /** When nothing went on for {@link #LIVELY}. */
    static final Duration SELDOM = Duration.ofMillis(500);

    static final Duration LIVELY = Duration.ofSeconds(5);

    /** Told of at a time; what is more, the worker finds by itself. */
    private static final int MOST = 500;

    /** What is due later is no news: the worker looks over everything before that. */
    private static final Duration SOON = Lanes.AHEAD.plusSeconds(1);

    private final Arrivals arrivals;
    private final Workplace at;
    private final List<Ear> ears = new ArrayList<>();
    private Optional<Signs> last = Optional.empty();
    private Optional<Long> livelySince = Optional.empty();

    public FarBell(Arrivals arrivals, Workplace at) {
        this.arrivals = arrivals;
        this.at = at;
    }

    /** One queue, as far as it was looked at. */
    private static final class Ear {
        private final Place place;
        private final BiConsumer<Instant, Stretch> worker;

        /** Where the bell of this process was rung since the last look: the worker looks there anyway. */
        private final Set<Stretch> rung = ConcurrentHashMap.newKeySet();

        private Set<Long> told = Set.of();
        private long seen;
        private long seenBefore;

        Ear(Place place, BiConsumer<Instant, Stretch> worker) {
            this.place = place;
            this.worker = worker;
        }
    }

    /**
     * Tells a worker; call before it is asked the first time.
     *
     * @param bell of this process, by which the worker hears of what was made here
     * @param worker hears what is due when, and where
     */
    public void tell(Place place, Bell bell, BiConsumer<Instant, Stretch> worker) {
        Ear ear = new Ear(place, worker);
        bell.listen(ear.rung::add);
        ears.add(ear);
    }

    @Override
    public boolean changed() {
        Signs signs = arrivals.signs(Leases.SPAN);
        Signs before = last.orElse(signs);
        boolean others = signs.members() > 1;
        for (Ear ear : ears) {
            listen(ear, signs.newest().getOrDefault(ear.place, 0L), others && last.isPresent());
        }
        last = Optional.of(signs);
        boolean changed = signs.members() != before.members() || signs.free() != before.free();
        if (others && (changed || !signs.newest().equals(before.newest()))) {
            livelySince = Optional.of(at.ticker().nanos());
        }
        return changed;
    }

    @Override
    public Duration pause() {
        return livelySince
                .filter(since -> at.ticker().since(since).compareTo(LIVELY) < 0)
                .map(_ -> OFTEN)
                .orElse(SELDOM);
    }

    private void listen(Ear ear, long newest, boolean tell) {
        Set<Stretch> rung = Set.copyOf(ear.rung);
        ear.rung.removeAll(rung);
        Map<Stretch, Instant> news = new HashMap<>();
        Set<Long> told = new HashSet<>();
        if (tell && Math.max(newest, ear.seen) > ear.seenBefore) {
            Instant soon = at.clock().instant().plus(SOON);
            arrivals.behind(ear.place, ear.seenBefore, MOST).stream()
                    .filter(one -> one.dueAt().isBefore(soon) && isOurs(one.stretch()))
                    .filter(one -> !ear.told.contains(one.id()) && !rung.contains(one.stretch()))
                    .forEach(one -> {
                        told.add(one.id());
                        news.merge(one.stretch(), one.dueAt(), FarBell::earlier);
                    });
        }
        ear.told = told;
        ear.seenBefore = last.isEmpty() ? newest : ear.seen;
        ear.seen = Math.max(ear.seen, newest);
        news.forEach((stretch, due) -> ear.worker.accept(due, stretch));
    }

    private boolean isOurs(Stretch stretch) {
        return at.leases().of(stretch.shard()).isPresent();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
