package io.quittance.bootstrap.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.notification.Delivery;
import io.quittance.application.notification.Dialect;
import io.quittance.application.notification.NotificationSender.NotAcknowledged;
import io.quittance.application.notification.NotificationSender.Reply;
import io.quittance.application.notification.Recipient;
import io.quittance.application.notification.Signed;
import io.quittance.application.notification.TryEndpoint;
import io.quittance.application.shard.Bell;
import io.quittance.application.shard.Bells;
import io.quittance.application.shard.Fence;
import io.quittance.application.shard.HeldLane;
import io.quittance.application.shard.Leases;
import io.quittance.application.shard.Member;
import io.quittance.application.shard.QueueWorker;
import io.quittance.application.shard.Workplace;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.bootstrap.management.Endpoints.EndpointCard;
import io.quittance.bootstrap.management.Endpoints.Outcome;
import io.quittance.bootstrap.management.Endpoints.Tested;
import io.quittance.bootstrap.management.Endpoints.Which;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import io.quittance.http.guard.Guard;
import io.quittance.http.guard.NotifyUrls;
import io.quittance.http.notification.KnownTerms;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The registered endpoints")
class RegisteredEndpointsTest {
    private static final ByWhom ADA = new ByWhom("Ada", "case 4711");
    private static final ByWhom BOB = new ByWhom("Bob", "they are back");
    private static final ByWhom HOUSE = new ByWhom("Ada", "they move house");
    private static final Optional<Integer> AT_ONCE = Optional.empty();

    private final HandClock clock = new HandClock(Given.NOON);
    private final InMemoryStore store = InMemoryStore.at(clock);
    private final Merchant merchant = Given.merchant(store);
    private final String app = merchant.app().value();
    private final long lane = EndpointId.registered(merchant.id()).value();
    private final TryEndpoint trial = (_, _, _) -> new TryEndpoint.Tried(
            Dialect.ENVELOPED,
            new NotAcknowledged(
                    new Reply(Optional.of(404), "not here", Duration.ofMillis(7)),
                    "HTTP 404",
                    Optional.empty(),
                    false));
    private final RegisteredEndpoints endpoints = endpoints();

    private RegisteredEndpoints endpoints() {
        Books books = new Books(
                store.journal(), store.outbox(), store.errands(), store.discrepancies(), store.spentRequests());
        Office office = new Office(store.transactions(), books, clock, new Bells(new Bell(), new Bell()));
        Leases leases = new Leases(store.shards(), new Member("this", "here:1", "1"), System::nanoTime);
        QueueWorker<Delivery> neverStarted = new QueueWorker<>(
                new QueueWorker.Queue<>(
                        "deliveries", store.outbox().owed(), (_, _) -> null, true, Optional.of(store.heldLanes())),
                new Workplace(leases, new Fence(store.shards(), store.transactions()), clock, System::nanoTime),
                new Bell());
        return new RegisteredEndpoints(
                store.merchants(),
                store.heldLanes(),
                office,
                neverStarted,
                trial,
                new NotifyUrls(Guard.OPERATORS),
                new KnownTerms(store.endpointTerms(), clock));
    }

    private void park(Merchant whose) {
        ObjectRef about = ObjectRef.of(
                GivenOperations.kept(store, GivenOperations.capture(whose.id())).id());
        store.perform(() -> {
            int owed = store.journal()
                    .append(
                            about,
                            List.of(JournalEntry.noted(Kind.OWED, Given.NOON, "owed")
                                    .with(Bytes.utf8("{}"))));
            store.outbox()
                    .append(
                            about,
                            owed,
                            Recipient.registered(whose.id(), Dialect.ENVELOPED, Optional.empty()),
                            Given.NOON);
        });
        Delivery parked = store.outbox().owed().about(about).getFirst();
        store.perform(() -> store.outbox().park(parked, 6, new Signed("s", "k")));
    }

    @Test
    void are_told_what_was_parked_of_them_and_of_nobody_else_once_they_are_released() {
        park(merchant);
        park(merchant);
        park(Given.merchant(store));
        endpoints.hold(Which.registered(app), HOUSE);

        Outcome released = endpoints.release(Which.registered(app), AT_ONCE, ADA);

        assertTrue(released.changed());
        assertEquals(2, released.armed());
        assertEquals("open", released.endpoint().state());
        assertEquals(2, released.endpoint().waiting());
        assertEquals(1, store.outbox().parked());
        assertFalse(endpoints.release(Which.registered(app), AT_ONCE, ADA).changed(), "it is so already");
    }

    @Test
    void tell_who_held_and_released_them_and_why() {
        Which books = new Which(app, "books");
        endpoints.set(books, wish("https://books.example/n", List.of("payout")), ADA);
        endpoints.hold(books, ADA);
        park(merchant);
        endpoints.hold(Which.registered(app), HOUSE);
        endpoints.hold(Which.registered(app), ADA);
        endpoints.release(Which.registered(app), Optional.of(200), BOB);
        endpoints.release(Which.registered(app), AT_ONCE, ADA);
        Outcome twice = endpoints.release(Which.registered(app), AT_ONCE, BOB);

        assertEquals(
                List.of(
                        change(ADA, "deliveries", "200 a second", "open"),
                        change(BOB, "deliveries", "held", "200 a second, 1 message no longer parked"),
                        change(HOUSE, "deliveries", "open", "held")),
                twice.endpoint().holds());
        assertEquals(
                List.of(change(ADA, "endpoint books deliveries", "open", "held")),
                endpoints.show(books).holds());
        assertEquals(
                List.of(List.of(), List.of()),
                endpoints.list().stream()
                        .filter(card -> card.appId().equals(app))
                        .map(EndpointCard::holds)
                        .toList());
    }

    private static AppCard.Change change(ByWhom by, String field, String was, String became) {
        return new AppCard.Change(Given.NOON.toString(), by.person(), by.reason(), field, was, became);
    }

    @Test
    void are_told_what_was_parked_though_nobody_held_them() {
        park(merchant);

        Outcome released = endpoints.release(Which.registered(app), AT_ONCE, ADA);

        assertTrue(released.changed());
        assertEquals(1, released.armed());
    }

    @Test
    void are_told_what_was_parked_at_their_new_address_and_stay_held_by_a_person() {
        park(merchant);
        endpoints.hold(Which.registered(app), HOUSE);

        endpoints.moved(merchant.app(), ADA.deed(Given.NOON));

        assertEquals(0, store.outbox().parked());
        assertEquals("held", endpoints.show(Which.registered(app)).state());
    }

    @Test
    void are_released_at_a_rate_that_stays_until_they_are_released_without() {
        park(merchant);
        endpoints.hold(Which.registered(app), HOUSE);

        Outcome slowed = endpoints.release(Which.registered(app), Optional.of(200), BOB);

        assertTrue(slowed.changed());
        assertEquals(1, slowed.armed());
        assertEquals("slowed", slowed.endpoint().state());
        assertEquals(Optional.of(200), slowed.endpoint().perSecond());
        assertEquals(Optional.of("Bob"), slowed.endpoint().who());
        assertEquals(
                List.of(Optional.of(200)),
                store.heldLanes().all().stream()
                        .filter(one -> one.lane() == lane)
                        .map(HeldLane::perSecond)
                        .toList());
        assertFalse(
                endpoints.release(Which.registered(app), Optional.of(200), BOB).changed());
        assertTrue(endpoints.release(Which.registered(app), AT_ONCE, ADA).changed());
        assertEquals("open", endpoints.show(Which.registered(app)).state());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_001})
    void are_released_at_no_rate_that_cannot_be(int rate) {
        endpoints.hold(Which.registered(app), HOUSE);

        Trouble refused =
                assertThrows(Trouble.class, () -> endpoints.release(Which.registered(app), Optional.of(rate), BOB));

        assertTrue(refused.getMessage().contains("expected: 1 to 10000"), refused.getMessage());
        assertEquals("held", endpoints.show(Which.registered(app)).state());
        assertThrows(
                Trouble.class,
                () -> endpoints.release(Which.registered(app), Optional.of(5), new ByWhom(" ", "why")),
                "who?");
        assertThrows(
                Trouble.class, () -> endpoints.release(Which.registered(app), AT_ONCE, new ByWhom("Bob", " ")), "why?");
        assertThrows(Trouble.class, () -> endpoints.release(Which.registered("nobody"), Optional.of(5), BOB));
    }

    @Test
    void are_made_changed_and_removed_beside_the_registered_address() {
        Which books = new Which(app, "books");
        EndpointWish first = wish("https://books.example/n", List.of("payout", "payment-link"));

        Outcome made = endpoints.set(books, first, ADA);

        assertTrue(made.changed());
        assertEquals("https://books.example/n", made.endpoint().address());
        assertEquals(List.of("payout", "payment-link"), made.endpoint().kinds());
        assertFalse(endpoints.set(books, first, ADA).changed(), "it is so already");
        assertEquals(
                List.of("registered", "books"),
                endpoints.list().stream()
                        .filter(card -> card.appId().equals(app))
                        .map(EndpointCard::name)
                        .toList());
        assertTrue(endpoints.hold(books, HOUSE).changed());
        assertEquals("open", endpoints.show(Which.registered(app)).state(), "each has its own progress");
        assertTrue(endpoints.remove(books, ADA).changed());
        assertFalse(endpoints.remove(books, ADA).changed());
        assertTrue(endpoints.show(books).removedAt().isPresent(), "what it is owed is told still");
        assertEquals("held", endpoints.show(books).state());
    }

    private static EndpointWish wish(String url, List<String> kinds) {
        return new EndpointWish(Optional.of(url), Optional.empty(), Optional.of(kinds), Optional.empty());
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("registered", wish("https://a.example/", List.of("payout")), "app set"),
                Arguments.of("Books", wish("https://a.example/", List.of("payout")), "small letters"),
                Arguments.of("books", wish("ftp://a.example/", List.of("payout")), "http"),
                Arguments.of("books", wish("https://a.example/", List.of("refund")), "payment-link"),
                Arguments.of("books", wish("https://a.example/", List.of()), "some of"),
                Arguments.of(
                        "books",
                        new EndpointWish(Optional.empty(), Optional.of("v2"), Optional.empty(), Optional.empty()),
                        "has no endpoint books"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void are_not_made_as_they_cannot_be(String name, EndpointWish wish, String said) {
        Trouble refused = assertThrows(Trouble.class, () -> endpoints.set(new Which(app, name), wish, ADA));

        assertTrue(refused.getMessage().contains(said), refused.getMessage());
        assertEquals(Optional.of(merchant), store.merchants().byId(merchant.id()));
    }

    @Test
    void are_tested_and_say_what_came_of_it() {
        assertEquals(
                new Tested(
                        app,
                        "registered",
                        merchant.notifyUrl().toString(),
                        "enveloped",
                        false,
                        Optional.of(404),
                        Optional.of(7L),
                        "HTTP 404",
                        "not here"),
                endpoints.test(Which.registered(app), "Ada"));
        assertThrows(Trouble.class, () -> endpoints.test(Which.registered(app), " "));
    }
}
