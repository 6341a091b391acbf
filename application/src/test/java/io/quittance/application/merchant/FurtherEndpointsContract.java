package io.quittance.application.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.merchant.Merchants.Changed;
import io.quittance.application.registration.FieldChange;
import io.quittance.application.registration.KeptChange;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.merchant.Endpoint;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.domain.merchant.Topic;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Merchants} promises of a merchant's further endpoints. */
public interface FurtherEndpointsContract {
    URI BOOKS = URI.create("https://books.example/n?x=%20");
    URI ELSEWHERE = URI.create("http://[2001:db8::1]:8080/elsewhere");

    Store store();

    private Changed set(Merchant merchant, EndpointChange change) {
        return store().merchants()
                .change(merchant.app(), MerchantChange.of(change), Given.DEED)
                .orElseThrow();
    }

    private static EndpointChange at(String name, URI url) {
        return new EndpointChange(
                name, Optional.of(url), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    default void makes_one_that_is_told_of_everything_beside_the_registered_address() {
        Merchant merchant = Given.merchant(store());

        Changed changed = set(merchant, at("books", BOOKS));

        Endpoint books = changed.merchant().endpoint("books").orElseThrow();
        assertEquals(
                new Endpoint(
                        books.id(),
                        "books",
                        BOOKS,
                        merchant.payoutDialect(),
                        Endpoint.ALL_TOPICS,
                        false,
                        Optional.empty()),
                books);
        assertTrue(books.id().number() > 0);
        assertEquals(
                List.of("notify-url", "kinds", "payout-dialect", "exclusive"),
                changed.fields().stream()
                        .map(field -> field.field().replace("endpoint books ", ""))
                        .toList());
        assertEquals(
                Optional.of(changed.merchant()), store().merchants().byId(merchant.id()), "it is told of it wherever");
        assertEquals(Optional.of(changed.merchant()), store().merchants().byApp(merchant.app()));
        assertTrue(store().merchants().all().contains(changed.merchant()));
    }

    @Test
    default void changes_what_is_said_of_one_and_keeps_who_did_it() {
        Merchant merchant = Given.merchant(store());
        set(merchant, at("books", BOOKS));
        set(merchant, at("audit", BOOKS));
        Endpoint before = store().merchants()
                .byId(merchant.id())
                .flatMap(one -> one.endpoint("books"))
                .orElseThrow();

        Changed changed = set(
                merchant,
                new EndpointChange(
                        "books",
                        Optional.of(ELSEWHERE),
                        Optional.of(PayoutDialect.LEGACY),
                        Optional.of(Set.of(Topic.PAYMENT_LINK, Topic.PAYOUT)),
                        Optional.of(true),
                        Optional.empty()));

        List<FieldChange> fields = List.of(
                new FieldChange("endpoint books notify-url", BOOKS.toString(), ELSEWHERE.toString()),
                new FieldChange(
                        "endpoint books kinds",
                        "capture,cancel,payout,payment-link,payment,news",
                        "payout,payment-link"),
                new FieldChange("endpoint books payout-dialect", "v2", "legacy"),
                new FieldChange("endpoint books exclusive", "false", "true"));
        assertEquals(fields, changed.fields());
        assertEquals(
                new Endpoint(
                        before.id(),
                        "books",
                        ELSEWHERE,
                        PayoutDialect.LEGACY,
                        Set.of(Topic.PAYOUT, Topic.PAYMENT_LINK),
                        true,
                        Optional.empty()),
                changed.merchant().endpoint("books").orElseThrow());
        assertEquals(BOOKS, changed.merchant().endpoint("audit").orElseThrow().url());
        assertEquals(
                fields.reversed().stream()
                        .map(field -> new KeptChange(Given.DEED, field))
                        .toList(),
                store().merchants().changes(merchant.id(), 4));
    }

    @Test
    default void changes_nothing_of_it_a_second_time() {
        Merchant merchant = Given.merchant(store());
        Merchant changed = set(merchant, at("books", BOOKS)).merchant();

        assertEquals(new Changed(changed, List.of()), set(merchant, at("books", BOOKS)));

        assertEquals(4, store().merchants().changes(merchant.id(), 10).size());
    }

    @Test
    default void makes_one_of_what_many_make_at_once() {
        Merchant merchant = Given.merchant(store());

        List<Changed> answers = AtOnce.all(List.of(1, 2, 3, 4, 5, 6), _ -> set(merchant, at("books", BOOKS)));

        assertEquals(1, answers.stream().filter(one -> !one.fields().isEmpty()).count());
        assertEquals(
                1,
                store().merchants()
                        .byId(merchant.id())
                        .orElseThrow()
                        .endpoints()
                        .size());
    }

    @Test
    default void keeps_one_that_was_removed_as_something_may_be_owed_to_it_and_frees_its_name() {
        Merchant merchant = Given.merchant(store());
        EndpointId first = set(merchant, at("books", BOOKS))
                .merchant()
                .endpoint("books")
                .orElseThrow()
                .id();

        Changed removed = set(merchant, EndpointChange.removal("books", Given.NOON));

        assertEquals(List.of(new FieldChange("endpoint books", BOOKS.toString(), "removed")), removed.fields());
        assertEquals(Optional.empty(), removed.merchant().endpoint("books"));
        assertEquals(
                Optional.of(Given.NOON),
                removed.merchant().endpoint(first).orElseThrow().removedAt());
        assertEquals(
                List.of(),
                set(merchant, EndpointChange.removal("books", Given.NOON)).fields());

        Merchant again = set(merchant, at("books", ELSEWHERE)).merchant();

        assertNotEquals(first, again.endpoint("books").orElseThrow().id());
        assertEquals(BOOKS, again.endpoint(first).orElseThrow().url());
        set(merchant, EndpointChange.removal("books", Given.NOON));
        assertEquals(
                2,
                set(merchant, at("third", BOOKS)).merchant().endpoints().stream()
                        .filter(one -> one.name().equals("books"))
                        .count());
    }

    @Test
    default void makes_none_without_an_address_or_with_a_name_that_cannot_be() {
        Merchant merchant = Given.merchant(store());
        EndpointChange nowhere = new EndpointChange(
                "books",
                Optional.empty(),
                Optional.of(PayoutDialect.V2),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertEquals(List.of(), set(merchant, nowhere).fields());
        assertThrows(IllegalArgumentException.class, () -> set(merchant, at("Books & co", BOOKS)));

        assertEquals(Optional.of(merchant), store().merchants().byId(merchant.id()));
        assertEquals(List.of(), store().merchants().changes(merchant.id(), 10));
    }
}
