package io.quittance.application.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.journal.JournalEntry;
import io.quittance.application.notification.NotificationSender.Attempt;
import io.quittance.application.notification.NotificationSender.NotAcknowledged;
import io.quittance.application.notification.NotificationSender.Reply;
import io.quittance.application.person.Hand;
import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.application.registration.KeptChange;
import io.quittance.application.shard.Handled;
import io.quittance.application.shard.HeldLane;
import io.quittance.application.shard.LaneNews;
import io.quittance.application.store.Given;
import io.quittance.domain.merchant.EndpointId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An address that says 410 Gone")
class GoneEndpointTest extends DeliveryScene {
    private static final Attempt GONE = new NotAcknowledged(
            new Reply(Optional.of(410), "", Duration.ofMillis(7)), "status 410", Optional.empty(), false);

    private final String host = merchant.notifyUrl().getHost();

    @BeforeEach
    void it_is_gone() {
        endpoint.answer = GONE;
    }

    private Handled deliver() {
        return deliveries.attempt(lease(), due().getFirst());
    }

    private List<HeldLane> held() {
        return store.heldLanes().all();
    }

    @Test
    void holds_the_endpoint_where_it_is_the_registered_one() {
        assertEquals(new Handled(Optional.empty(), LaneNews.GONE), deliver());

        assertEquals(
                List.of(new HeldLane(
                        EndpointId.registered(merchant.id()).value(),
                        Given.NOON,
                        "410 Gone from " + host,
                        Optional.empty())),
                held());
    }

    @Test
    void stands_in_the_history_of_its_app() {
        deliver();

        assertEquals(
                List.of(new KeptChange(
                        new Deed(new Hand("the endpoint itself", "410 Gone from " + host), Given.NOON),
                        new FieldChange("deliveries", "open", "held by the endpoint itself"))),
                store.merchants().changes(merchant.id(), 10));
    }

    @Test
    void costs_the_message_no_attempt_and_stands_in_its_story() {
        Delivery before = due().getFirst();

        deliver();

        assertEquals(before.attempt(), due().getFirst().attempt());
        assertEquals(before.dueAt(), due().getFirst().dueAt());
        assertEquals(
                List.of("delivery of entry " + before.owed() + ", not counted: status 410"),
                attempts().stream().map(JournalEntry::note).toList());
    }

    @Test
    void holds_nothing_where_it_is_one_orders_own_and_is_tried_by_its_schedule() {
        endpoint.answer = ACKNOWLEDGED;
        deliver();
        owe(Optional.of(URI.create("https://merchant.example/orders/1")));
        endpoint.answer = GONE;

        assertEquals(new Handled(Optional.of(Given.NOON.plusSeconds(30)), LaneNews.NONE), deliver());

        assertEquals(List.of(), held());
    }

    @Test
    void holds_nothing_where_the_merchant_has_moved_meanwhile() {
        endpoint.meanwhile = () -> Given.moved(store, merchant.app(), URI.create("https://elsewhere.example/"));

        Optional<String> whom = Optional.of("app " + merchant.app() + " at " + host);
        assertEquals(new LaneNews.Ill("status 410", whom), deliver().lane());

        assertEquals(List.of(), held());
    }

    @Test
    void leaves_a_persons_hold_as_it_is() {
        store.heldLanes().hold(EndpointId.registered(merchant.id()).value(), "they move house", Optional.of("Ada"));

        deliver();

        assertEquals("they move house", held().getFirst().why());
    }
}
