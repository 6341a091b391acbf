package io.quittance.application.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.notification.NotificationSender.NotAcknowledged;
import io.quittance.application.notification.NotificationSender.Reply;
import io.quittance.application.store.Given;
import io.quittance.application.transaction.StoreUnavailable;
import io.quittance.domain.text.Bytes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A message that a merchant is owed")
class DeliveryServiceTest extends DeliveryScene {
    @Nested
    class Before_it_leaves {
        private final List<String> done = new ArrayList<>();

        private void watched() {
            flush = () -> {
                assertTrue(!store.transactions().busy(), "flushed inside a transaction");
                done.add("flushed");
            };
            endpoint.meanwhile = () -> done.add("sent");
        }

        @Test
        void for_the_first_time_is_made_sure_of() {
            watched();
            clock.set(attempt().orElseThrow());
            attempt();

            assertEquals(List.of("flushed", "sent", "sent"), done, "a second attempt tells nothing new");
        }

        @Test
        void waits_if_that_cannot_be() {
            flush = () -> {
                throw new StoreUnavailable("the store is away", null);
            };

            assertThrows(StoreUnavailable.class, () -> attempt());

            assertEquals(List.of(), endpoint.sent);
            assertEquals(List.of(), attempts());
            assertEquals(1, due().size());
        }
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

        /** An endpoint that fails is tried with what is due later, to see whether it is back. */
        @Test
        void before_its_time_is_a_probe_and_costs_no_attempt() {
            Delivery first = due().getFirst();
            Instant again = attempt().orElseThrow();
            clock.set(again);
            Delivery second = due().getFirst();
            clock.set(again.minusSeconds(1));

            assertEquals(Optional.of(again), deliveries.attempt(lease(), second).again());
            endpoint.answer = ACKNOWLEDGED;
            deliveries.attempt(lease(), second);

            assertEquals(1, second.attempt() - first.attempt());
            assertEquals(
                    List.of("attempt 1: status 500", "probe: status 500", "probe: acknowledged"),
                    attempts().stream()
                            .map(entry -> entry.note().substring("delivery of entry 1, ".length()))
                            .toList());
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
            Given.moved(store, merchant.app(), elsewhere);

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
}
