package io.quittance.application.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.Journal.Row;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.NotificationSender.Acknowledged;
import io.quittance.application.notification.NotificationSender.Attempt;
import io.quittance.application.notification.NotificationSender.Crowded;
import io.quittance.application.notification.NotificationSender.NoLongerOurs;
import io.quittance.application.notification.NotificationSender.NotAcknowledged;
import io.quittance.application.notification.NotificationSender.Reply;
import io.quittance.application.shard.Fence;
import io.quittance.application.shard.Lease;
import io.quittance.application.shard.OwedIn;
import io.quittance.application.shard.Shard;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A message that a merchant is owed")
class DeliveryServiceTest {
    private static final Bytes BODY = Bytes.utf8("{\"what\":\"is owed\"}");
    private static final Attempt ACKNOWLEDGED =
            new Acknowledged(new Reply(Optional.of(200), "{\"code\":\"SUCCESS\"}", Duration.ofMillis(12)));
    private static final Reply OOPS = new Reply(Optional.of(500), "oops", Duration.ofMillis(13));
    private static final Attempt NOT_ACKNOWLEDGED = new NotAcknowledged(OOPS, "status 500", Optional.empty(), false);

    private final HandClock clock = new HandClock(Given.NOON);
    private final InMemoryStore store = InMemoryStore.rehearsedAt(clock);
    private final Capture capture = GivenOperations.kept(store);
    private final ObjectRef about = ObjectRef.of(capture.id());
    private final Merchant merchant = store.merchants().byId(capture.merchant()).orElseThrow();
    private final PlayedEndpoint endpoint = new PlayedEndpoint();
    private final PlayedSignature signature = new PlayedSignature();
    private Lease held = lease();
    private final DeliveryService deliveries = new DeliveryService(
            store.outbox(),
            store.journal(),
            store.merchants(),
            new Fence(store.shards(), store.transactions()),
            new DeliveryService.Outgoing(signature, endpoint, lease -> lease.equals(held)),
            clock);

    private record Sent(URI endpoint, Bytes body, Signed signed, Dialect dialect) {}

    private final class PlayedEndpoint implements NotificationSender {
        private final List<Sent> sent = new ArrayList<>();
        private Attempt answer = NOT_ACKNOWLEDGED;
        private Runnable meanwhile = () -> {};

        @Override
        public Attempt send(URI endpoint, Bytes body, Signed signed, Dialect dialect, BooleanSupplier stillOurs) {
            assertTrue(!store.transactions().busy(), "sent inside a transaction");
            if (!stillOurs.getAsBoolean()) {
                return new NoLongerOurs();
            }
            sent.add(new Sent(endpoint, body, signed, dialect));
            meanwhile.run();
            return answer;
        }
    }

    private final class PlayedSignature implements GatewaySignature {
        private String keyId = "key 1";
        private int made;

        @Override
        public Signed sign(Bytes body) {
            assertTrue(!store.transactions().busy(), "signed inside a transaction");
            made++;
            return new Signed("signature " + made + " over " + body.asUtf8(), keyId);
        }

        @Override
        public String keyId() {
            return keyId;
        }
    }

    @BeforeEach
    void a_message_is_owed() {
        owe(Optional.empty());
    }

    private void owe(Optional<URI> notifyUrl) {
        store.perform(() -> {
            JournalEntry owed =
                    JournalEntry.noted(Kind.OWED, Given.NOON, "owed").with(BODY);
            store.outbox()
                    .append(
                            about,
                            store.journal().append(about, List.of(owed)),
                            merchant.id(),
                            Dialect.ENVELOPED,
                            notifyUrl,
                            Given.NOON);
        });
    }

    private Lease lease() {
        return store.shards()
                .lease("this instance", Duration.ofDays(2))
                .get(Shard.of(about).number());
    }

    private List<Delivery> due() {
        return OwedIn.shard(store.outbox().owed(), Shard.of(about), clock.instant());
    }

    private Optional<Instant> attempt() {
        return deliveries.attempt(lease(), due().getFirst()).again();
    }

    private List<JournalEntry> attempts() {
        return store.journal().story(about).stream()
                .map(Row::entry)
                .filter(entry -> entry.kind() == Kind.ATTEMPTED)
                .toList();
    }

    @Nested
    class Once_acknowledged {
        @Test
        void is_owed_no_more() {
            endpoint.answer = ACKNOWLEDGED;

            assertEquals(Optional.empty(), attempt());

            assertEquals(0, store.outbox().size());
        }

        @Test
        void has_left_the_receivers_answer_in_the_story() {
            endpoint.answer = ACKNOWLEDGED;
            attempt();

            assertEquals(
                    List.of(JournalEntry.noted(
                                    Kind.ATTEMPTED, Given.NOON, "delivery of entry 1, attempt 1: acknowledged")
                            .timed(Optional.of(200), Duration.ofMillis(12))
                            .with(Bytes.utf8("{\"code\":\"SUCCESS\"}"))),
                    attempts());
        }
    }

    @Nested
    class Not_acknowledged {
        @Test
        void is_tried_again_so_long_after_the_attempt_before_has_ended() {
            endpoint.meanwhile = () -> clock.move(Duration.ofSeconds(3));
            List<Duration> gaps = new ArrayList<>();

            for (int i = 0; i < 5; i++) {
                Instant due = attempt().orElseThrow();
                gaps.add(Duration.between(clock.instant(), due));
                clock.set(due.minusMillis(1));
                assertEquals(List.of(), due(), "not before its time");
                clock.set(due);
            }

            assertEquals(
                    List.of(
                            Duration.ofSeconds(30),
                            Duration.ofMinutes(5),
                            Duration.ofMinutes(10),
                            Duration.ofHours(1),
                            Duration.ofHours(12)),
                    gaps);
        }

        @Test
        void is_parked_for_a_person_after_six_attempts() {
            for (int i = 0; i < 5; i++) {
                clock.set(attempt().orElseThrow());
            }

            assertEquals(Optional.empty(), attempt());

            clock.move(Duration.ofDays(365));
            assertEquals(List.of(), due());
            assertEquals(1, store.outbox().parked());
            assertEquals(6, attempts().size());
        }

        @Test
        void goes_where_the_request_itself_wants_it() {
            URI own = URI.create("https://merchant.example/orders/1");
            owe(Optional.of(own));
            endpoint.answer = ACKNOWLEDGED;

            attempt();
            attempt();

            assertEquals(
                    List.of(merchant.notifyUrl(), own),
                    endpoint.sent.stream().map(Sent::endpoint).toList());
        }

        @Test
        void repeats_its_bytes_and_its_signature_to_the_letter() {
            for (int i = 0; i < 5; i++) {
                clock.set(attempt().orElseThrow());
            }

            Sent first = endpoint.sent.getFirst();
            assertEquals(
                    new Sent(
                            merchant.notifyUrl(),
                            BODY,
                            new Signed("signature 1 over " + BODY.asUtf8(), "key 1"),
                            Dialect.ENVELOPED),
                    first);
            assertEquals(List.of(first), endpoint.sent.stream().distinct().toList());
            assertEquals(1, signature.made);
        }

        @Test
        void is_signed_again_when_the_gateway_has_another_key() {
            clock.set(attempt().orElseThrow());
            signature.keyId = "key 2";

            clock.set(attempt().orElseThrow());
            attempt();

            assertEquals(
                    List.of("key 1", "key 2", "key 2"),
                    endpoint.sent.stream().map(sent -> sent.signed().keyId()).toList());
            assertEquals(2, signature.made);
            assertEquals(BODY, endpoint.sent.getLast().body());
        }

        @Test
        void goes_where_the_merchant_listens_by_then() {
            URI elsewhere = URI.create("https://elsewhere.example/");
            clock.set(attempt().orElseThrow());
            store.merchants().setNotifyUrl(merchant.app(), elsewhere);

            attempt();

            assertEquals(elsewhere, endpoint.sent.getLast().endpoint());
        }

        @Test
        void keeps_no_answer_where_there_was_none() {
            endpoint.answer =
                    new NotAcknowledged(Reply.none(Duration.ofSeconds(2)), "not connected", Optional.empty(), true);

            attempt();

            assertEquals(
                    List.of(JournalEntry.noted(
                                    Kind.ATTEMPTED, Given.NOON, "delivery of entry 1, attempt 1: not connected")
                            .timed(Optional.empty(), Duration.ofSeconds(2))),
                    attempts());
        }
    }

    @Nested
    class Not_acknowledged_with_the_wish_to_be_left_alone {
        @Test
        void waits_for_as_long_as_was_asked_if_that_is_longer_than_the_schedule() {
            wishing(Duration.ofMinutes(20));

            assertEquals(Optional.of(Given.NOON.plus(Duration.ofMinutes(20))), attempt());
            clock.move(Duration.ofMinutes(20).minusMillis(1));
            assertEquals(List.of(), due());
            clock.move(Duration.ofMillis(1));
            assertEquals(1, due().getFirst().attempt(), "it counts as an attempt all the same");
        }

        @Test
        void is_tried_by_the_schedule_if_that_is_later() {
            wishing(Duration.ofSeconds(29));

            assertEquals(Optional.of(Given.NOON.plusSeconds(30)), attempt());
        }

        @Test
        void is_parked_at_the_end_of_the_schedule_all_the_same() {
            wishing(Duration.ofHours(1));
            for (int i = 0; i < 5; i++) {
                clock.set(attempt().orElseThrow());
            }

            assertEquals(Optional.empty(), attempt());
            assertEquals(1, store.outbox().parked());
        }

        private void wishing(Duration wish) {
            endpoint.answer = new NotAcknowledged(OOPS, "HTTP 503", Optional.of(wish), false);
        }
    }

    @Nested
    class Not_sent {
        @Test
        void for_want_of_a_connection_of_ours_is_no_attempt_and_due_again_soon() {
            clock.set(attempt().orElseThrow());
            Delivery before = due().getFirst();
            endpoint.answer = new Crowded("too many posts");

            Instant again = attempt().orElseThrow();

            assertEquals(clock.instant().plus(DeliveryService.CROWDED), again);
            assertEquals(List.of(before), due(), "its lane waits, and it is as it was");
            assertEquals(1, attempts().size(), "only the one before");
        }

        @Test
        void because_the_lease_is_no_longer_ours_is_left_as_it_was() {
            Delivery delivery = due().getFirst();
            held = new Lease(held.shard(), held.owner(), held.epoch() + 1);

            assertEquals(Optional.empty(), attempt());

            assertEquals(List.of(), endpoint.sent);
            assertEquals(List.of(delivery), due());
            assertEquals(List.of(), attempts());
        }
    }

    @Test
    void is_told_to_a_disabled_merchant_too() {
        store.merchants().enable(merchant.app(), false);
        endpoint.answer = ACKNOWLEDGED;

        attempt();

        assertEquals(1, endpoint.sent.size());
        assertEquals(0, store.outbox().size());
    }

    @Test
    void is_left_to_the_newer_owner_of_its_shard() {
        endpoint.answer = ACKNOWLEDGED;
        endpoint.meanwhile = () -> {
            store.shards().leave("this instance");
            store.shards().lease("another instance", Duration.ofDays(1));
        };
        Delivery delivery = due().getFirst();

        assertEquals(Optional.empty(), deliveries.attempt(lease(), delivery).again());

        assertEquals(List.of(delivery), due());
        assertEquals(List.of(), attempts());
    }
}
