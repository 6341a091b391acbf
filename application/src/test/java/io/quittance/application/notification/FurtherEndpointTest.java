package io.quittance.application.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.merchant.EndpointChange;
import io.quittance.application.merchant.MerchantChange;
import io.quittance.application.notification.NotificationSender.NotAcknowledged;
import io.quittance.application.notification.NotificationSender.Reply;
import io.quittance.application.shard.HeldLane;
import io.quittance.application.shard.LaneNews;
import io.quittance.application.store.Given;
import io.quittance.domain.merchant.Endpoint;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A message that is owed to a further endpoint")
class FurtherEndpointTest extends DeliveryScene {
    private static final URI BOOKS = URI.create("https://books.example/n");

    private Endpoint books;

    @BeforeEach
    void it_is_owed() {
        books = changed(new EndpointChange(
                        "books",
                        Optional.of(BOOKS),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .orElseThrow();
        int owed = due().getFirst().owed();
        store.perform(() -> store.outbox()
                .append(
                        about,
                        owed,
                        new Recipient(merchant.id(), books.id(), Dialect.ENVELOPED, Optional.empty()),
                        Given.NOON));
    }

    private Optional<Endpoint> changed(EndpointChange change) {
        return store.merchants()
                .change(merchant.app(), MerchantChange.of(change), Given.DEED)
                .orElseThrow()
                .merchant()
                .endpoint("books");
    }

    private Delivery toBooks() {
        return due().stream()
                .filter(one -> one.endpoint().equals(books.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void goes_there_and_its_story_says_so() {
        endpoint.answer = ACKNOWLEDGED;
        Delivery delivery = toBooks();

        deliveries.attempt(lease(), delivery);

        assertEquals(BOOKS, endpoint.sent.getFirst().endpoint());
        assertEquals(
                "delivery of entry " + delivery.owed() + " to books, attempt 1: acknowledged",
                attempts().getFirst().note());
        assertEquals(1, due().size(), "the registered address is owed it still");
    }

    @Test
    void that_fails_names_it_where_its_lane_is_told_of() {
        LaneNews news = deliveries.attempt(lease(), toBooks()).lane();

        assertEquals(
                new LaneNews.Ill(
                        "status 500", Optional.of("app " + merchant.app() + ", its endpoint books, at books.example")),
                news);
    }

    @Test
    void that_is_gone_holds_it_and_no_other() {
        endpoint.answer = new NotAcknowledged(
                new Reply(Optional.of(410), "", Duration.ZERO), "status 410", Optional.empty(), false);

        deliveries.attempt(lease(), toBooks());

        assertEquals(
                List.of(books.id().value()),
                store.heldLanes().all().stream().map(HeldLane::lane).toList());
    }

    @Test
    void is_told_although_that_was_removed_meanwhile() {
        endpoint.answer = ACKNOWLEDGED;
        changed(EndpointChange.removal("books", Given.NOON));

        deliveries.attempt(lease(), toBooks());

        assertEquals(BOOKS, endpoint.sent.getFirst().endpoint());
        assertTrue(due().stream().noneMatch(one -> one.endpoint().equals(books.id())));
    }
}
