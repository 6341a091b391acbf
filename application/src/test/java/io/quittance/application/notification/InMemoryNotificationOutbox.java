package io.quittance.application.notification;

import io.quittance.application.journal.Journal;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.InMemoryQueue;
import io.quittance.application.shard.Position;
import io.quittance.application.shard.Queued;
import io.quittance.application.shard.Shard;
import io.quittance.application.store.Memory;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The twin of the outbox's table. */
public final class InMemoryNotificationOutbox implements NotificationOutbox {
    private final Memory memory;
    private final Journal journal;
    private final InMemoryQueue<Owed> queue;

    private record Owed(
            long id,
            ObjectRef about,
            int owed,
            MerchantId merchant,
            Dialect dialect,
            Optional<URI> notifyUrl,
            int attempt,
            Instant dueAt,
            Optional<Signed> signed,
            boolean parked)
            implements Queued {
        @Override
        public Shard shard() {
            return Shard.of(about);
        }

        Owed due(int attempts, Instant at, Optional<Signed> sign, boolean park) {
            return new Owed(id, about, owed, merchant, dialect, notifyUrl, attempts, at, sign, park);
        }
    }

    public InMemoryNotificationOutbox(Memory memory, Journal journal) {
        this.memory = memory;
        this.journal = journal;
        queue = new InMemoryQueue<>(memory);
    }

    @Override
    public void append(
            ObjectRef about, int owed, MerchantId merchant, Dialect dialect, Optional<URI> notifyUrl, Instant dueAt) {
        memory.within(() -> {
            queue.about(about).stream()
                    .filter(Owed::parked)
                    .forEach(parked -> queue.put(parked.due(0, dueAt, parked.signed(), false)));
            return queue.put(new Owed(
                    queue.nextId(), about, owed, merchant, dialect, notifyUrl, 0, dueAt, Optional.empty(), false));
        });
    }

    @Override
    public List<Delivery> due(Shard shard, Position after, Instant now, int limit) {
        return memory.read(() -> queue.due(shard, after, now, limit, this::free).stream()
                .map(this::delivery)
                .toList());
    }

    private boolean free(Owed row) {
        return !row.parked() && queue.about(row.about()).getFirst().equals(row);
    }

    private Delivery delivery(Owed row) {
        Bytes body = journal.story(row.about())
                .get(row.owed() - 1)
                .entry()
                .body()
                .orElseThrow(
                        () -> new IllegalStateException("entry " + row.owed() + " of " + row.about() + " is empty"));
        return new Delivery(
                row.id(),
                row.about(),
                row.owed(),
                row.merchant(),
                row.dialect(),
                row.notifyUrl(),
                body,
                row.attempt(),
                row.dueAt(),
                row.signed());
    }

    @Override
    public boolean done(Delivery delivery) {
        return memory.within(() -> {
            queue.get(delivery.id()).ifPresent(queue::remove);
            return !queue.about(delivery.about()).isEmpty();
        });
    }

    @Override
    public void retry(Delivery delivery, int attempt, Instant dueAt, Signed signed) {
        memory.within(() ->
                queue.get(delivery.id()).map(row -> queue.put(row.due(attempt, dueAt, Optional.of(signed), false))));
    }

    @Override
    public void park(Delivery delivery, int attempt, Signed signed) {
        memory.within(() -> {
            queue.get(delivery.id())
                    .ifPresent(row -> queue.put(row.due(attempt, row.dueAt(), Optional.of(signed), true)));
            queue.about(delivery.about())
                    .forEach(row -> queue.put(row.due(row.attempt(), row.dueAt(), row.signed(), true)));
            return delivery;
        });
    }

    @Override
    public long parked() {
        return memory.read(() -> queue.all().stream().filter(Owed::parked).count());
    }

    /** How many messages are owed, parked ones among them. */
    public int size() {
        return memory.read(() -> queue.all().size());
    }
}
