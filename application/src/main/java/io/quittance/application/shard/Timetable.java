package io.quittance.application.shard;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/** When to look at a lane again. {@link Lanes} guards it. */
final class Timetable {
    /** @param shard where something is due then; empty if the lane itself has its turn then */
    record Appointment(Instant at, long lane, Optional<Shard> shard) {}

    private final Queue<Appointment> later = new PriorityQueue<>(Comparator.comparing(Appointment::at));

    void due(Stretch stretch, Instant at) {
        later.add(new Appointment(at, stretch.lane(), Optional.of(stretch.shard())));
    }

    void turn(long lane, Instant at) {
        later.add(new Appointment(at, lane, Optional.empty()));
    }

    /** Takes out the next whose time has come. */
    Optional<Appointment> come(Instant now) {
        return Optional.ofNullable(later.peek())
                .filter(next -> !next.at().isAfter(now))
                .map(_ -> later.remove());
    }

    /** In nanoseconds; for ever if there is nothing to wait for. */
    long untilNext(Instant now) {
        return later.isEmpty()
                ? Long.MAX_VALUE
                : Duration.between(now, later.peek().at()).toNanos();
    }
}
