package io.quittance.application.notification;

import io.quittance.application.journal.Journal;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.InMemoryQueue;
import io.quittance.application.store.Memory;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.text.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The twin of the outbox's table; what waits for a person or behind an earlier message is not free. */
public final class InMemoryNotificationOutbox implements NotificationOutbox {
    private final Memory memory;
    private final Journal journal;
    private final InMemoryQueue<Delivery> queue;

    public InMemoryNotificationOutbox(Memory memory, Journal journal) {
        this.memory = memory;
        this.journal = journal;
        queue = new InMemoryQueue<>(
                memory, (delivery, due) -> due(delivery, delivery.attempt(), due, delivery.signed()));
    }

    private static Delivery due(Delivery delivery, int attempt, Instant at, Optional<Signed> signed) {
        return new Delivery(
                delivery.id(),
                delivery.about(),
                delivery.owed(),
                delivery.merchant(),
                delivery.endpoint(),
                delivery.dialect(),
                delivery.notifyUrl(),
                attempt,
                at,
                signed);
    }

    @Override
    public InMemoryQueue<Delivery> owed() {
        return queue;
    }

    @Override
    public void append(ObjectRef about, int owed, Recipient recipient, Instant dueAt) {
        memory.within(() -> {
            List<Delivery> earlier = owed(about, recipient.endpoint()).toList();
            earlier.stream()
                    .limit(1)
                    .filter(first -> !queue.isFree(first))
                    .forEach(parked -> queue.put(due(parked, 0, dueAt, parked.signed())));
            Delivery added = new Delivery(
                    queue.nextId(),
                    about,
                    owed,
                    recipient.merchant(),
                    recipient.endpoint(),
                    recipient.dialect(),
                    recipient.notifyUrl(),
                    0,
                    dueAt,
                    Optional.empty());
            return queue.put(added, earlier.isEmpty());
        });
    }

    private Stream<Delivery> owed(ObjectRef about, EndpointId endpoint) {
        return queue.about(about).stream().filter(one -> one.endpoint().equals(endpoint));
    }

    @Override
    public Bytes body(Delivery delivery) {
        return journal.story(delivery.about())
                .get(delivery.owed() - 1)
                .entry()
                .body()
                .orElseThrow(() -> new IllegalStateException(
                        "entry " + delivery.owed() + " of " + delivery.about() + " is empty"));
    }

    @Override
    public boolean done(Delivery delivery, Instant now) {
        return memory.within(() -> {
            queue.get(delivery.id()).ifPresent(queue::remove);
            Optional<Delivery> next =
                    owed(delivery.about(), delivery.endpoint()).findFirst();
            next.ifPresent(waiting -> queue.put(due(waiting, 0, now, waiting.signed())));
            return next.isPresent();
        });
    }

    @Override
    public void retry(Delivery delivery, int attempt, Instant dueAt, Signed signed) {
        memory.within(() ->
                queue.get(delivery.id()).map(row -> queue.put(due(row, attempt, dueAt, Optional.of(signed)))));
    }

    @Override
    public void park(Delivery delivery, int attempt, Signed signed) {
        memory.within(() -> queue.get(delivery.id())
                .map(row -> queue.put(due(row, attempt, row.dueAt(), Optional.of(signed)), false)));
    }

    @Override
    public Armed arm(ObjectRef about, Optional<EndpointId> only, Instant now) {
        return memory.within(() -> {
            List<Delivery> firsts = queue.about(about).stream()
                    .filter(this::isFirst)
                    .filter(one -> only.isEmpty() || only.get().equals(one.endpoint()))
                    .toList();
            if (firsts.isEmpty()) {
                return Armed.NOTHING_OWED;
            }
            List<Delivery> later = firsts.stream()
                    .filter(one -> !queue.isFree(one) || one.dueAt().isAfter(now))
                    .toList();
            later.forEach(one -> queue.put(due(one, 0, now, one.signed())));
            return later.isEmpty() ? Armed.DUE_ALREADY : Armed.ARMED;
        });
    }

    private boolean isFirst(Delivery delivery) {
        return owed(delivery.about(), delivery.endpoint()).findFirst().equals(Optional.of(delivery));
    }

    @Override
    public int armParked(EndpointId endpoint, Instant now, int limit) {
        return memory.within(() -> {
            List<Delivery> some = allParked()
                    .filter(one -> one.endpoint().equals(endpoint))
                    .limit(limit)
                    .toList();
            some.forEach(one -> queue.put(due(one, 0, now, one.signed())));
            return some.size();
        });
    }

    @Override
    public long parked() {
        return memory.read(() -> allParked().count());
    }

    private Stream<Delivery> allParked() {
        return queue.all().stream().filter(one -> !queue.isFree(one) && isFirst(one));
    }

    /** How many messages are owed, parked ones among them. */
    public int size() {
        return memory.read(() -> queue.all().size());
    }
}
