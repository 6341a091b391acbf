package io.quittance.application.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.NotificationSender.Acknowledged;
import io.quittance.application.notification.NotificationSender.NotAcknowledged;
import io.quittance.application.notification.NotificationSender.Reply;
import io.quittance.application.shard.Fence;
import io.quittance.application.shard.Lease;
import io.quittance.application.shard.OwedIn;
import io.quittance.application.shard.Shard;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.transaction.Flush;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.text.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is delivered next")
class NextDeliveryTest {
    private final HandClock clock = new HandClock(Given.NOON);
    private final InMemoryStore store = InMemoryStore.rehearsedAt(clock);
    private final Capture capture = GivenOperations.kept(store);
    private final ObjectRef about = ObjectRef.of(capture.id());
    private final List<Dialect> sent = new ArrayList<>();
    private boolean acknowledging;
    private final DeliveryService deliveries = new DeliveryService(
            store.outbox(),
            store.journal(),
            store.merchants(),
            new Fence(store.shards(), store.transactions()),
            new DeliveryService.Outgoing(
                    new SteadySignature(),
                    (endpoint, body, signed, dialect, stillOurs) -> {
                        sent.add(dialect);
                        Reply reply = new Reply(Optional.of(200), "", Duration.ofMillis(1));
                        return acknowledging
                                ? new Acknowledged(reply)
                                : new NotAcknowledged(reply, "answered", Optional.empty(), false);
                    },
                    _ -> true,
                    store.heldLanes(),
                    Flush.NEEDLESS),
            clock);

    private record SteadySignature() implements GatewaySignature {
        @Override
        public Signed sign(Bytes body) {
            return new Signed("signature", keyId());
        }

        @Override
        public String keyId() {
            return "key";
        }
    }

    private void owe(Dialect dialect) {
        JournalEntry owed = JournalEntry.noted(Kind.OWED, Given.NOON, "owed").with(Bytes.utf8("{}"));
        store.perform(() -> store.outbox()
                .append(
                        about,
                        store.journal().append(about, List.of(owed)),
                        Recipient.registered(capture.merchant(), dialect, Optional.empty()),
                        Given.NOON));
    }

    private List<Delivery> due() {
        return OwedIn.shard(store.outbox().owed(), Shard.of(about), clock.instant());
    }

    private Optional<Instant> attempt() {
        Lease lease = store.shards()
                .lease("this instance", Duration.ofDays(2))
                .get(Shard.of(about).number());
        return deliveries.attempt(lease, due().getFirst()).again();
    }

    @Test
    void is_what_waited_behind_the_acknowledged_one_at_once() {
        owe(Dialect.ENVELOPED);
        owe(Dialect.ENVELOPED);
        acknowledging = true;

        assertEquals(Optional.of(clock.instant()), attempt(), "its shard is looked at again now");
        assertEquals(1, due().size());
        assertEquals(Optional.empty(), attempt());
    }

    @Test
    void is_tried_ten_times_in_the_legacy_dialect_before_it_is_parked() {
        owe(Dialect.LEGACY);

        for (Optional<Instant> next = attempt(); next.isPresent(); next = attempt()) {
            clock.set(next.get());
        }

        assertEquals(10, sent.size());
        assertEquals(Dialect.LEGACY, sent.getLast());
        assertEquals(1, store.outbox().parked());
    }
}
