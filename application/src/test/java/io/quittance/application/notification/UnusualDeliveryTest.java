package io.quittance.application.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.notification.NotificationSender.Crowded;
import io.quittance.application.notification.NotificationSender.NotAcknowledged;
import io.quittance.application.shard.Lease;
import io.quittance.application.store.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A message that a merchant is owed, where the schedule does not decide,")
class UnusualDeliveryTest extends DeliveryScene {
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
        void as_no_key_can_be_had_here_is_no_attempt_either() {
            Delivery before = due().getFirst();
            signature.away = true;

            Instant again = attempt().orElseThrow();

            assertEquals(clock.instant().plus(DeliveryService.CROWDED), again);
            assertEquals(List.of(before), due());
            assertEquals(List.of(), endpoint.sent);
            assertEquals(List.of(), attempts());
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
        Given.enable(store, merchant.app(), false);
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
