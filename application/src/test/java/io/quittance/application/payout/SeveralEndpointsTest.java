package io.quittance.application.payout;

import static io.quittance.application.payout.PayoutScene.NOTIFY_URL;
import static io.quittance.application.payout.PayoutScene.SAID;
import static io.quittance.application.store.Given.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.merchant.EndpointChange;
import io.quittance.application.merchant.MerchantChange;
import io.quittance.application.notification.Dialect;
import io.quittance.application.notification.OwedNews;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Stretch;
import io.quittance.application.store.Given;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.domain.merchant.Topic;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Particulars;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.Report;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A result that several endpoints are told of")
class SeveralEndpointsTest {
    private static final Report PAID = new Report.Settled(SAID, NOON);

    private final PayoutScene scene = new PayoutScene(new PlayedPayoutAcquirer());

    private Merchant with(String name, PayoutDialect dialect, Set<Topic> topics, boolean exclusive) {
        EndpointChange change = new EndpointChange(
                name,
                Optional.of(URI.create("https://" + name + ".example/")),
                Optional.of(dialect),
                Optional.of(topics),
                Optional.of(exclusive),
                Optional.empty());
        return scene.store
                .merchants()
                .change(scene.merchant.app(), MerchantChange.of(change), Given.DEED)
                .orElseThrow()
                .merchant();
    }

    /** One whose request names no place of its own. */
    private Payout plain() {
        String order = Given.unique("O");
        RequestPayout.Command named = PayoutScene.command(order);
        return scene.accepted(new RequestPayout.Command(
                new OutTradeNo(order),
                named.trade(),
                named.country(),
                Particulars.NONE,
                Optional.empty(),
                named.message()));
    }

    private void settle(Merchant merchant, Payout payout) {
        assertEquals(
                Settled.RECORDED,
                scene.settlement.settle(
                        List.of(Given.holder(scene.store, merchant)), PayoutScene.told(payout.order(), PAID)));
    }

    private List<String> told(Merchant merchant, Payout payout) {
        return OwedNews.about(scene.store, ObjectRef.of(payout.id()), scene.clock.instant()).stream()
                .map(news -> merchant.endpoint(news.delivery().endpoint())
                                .orElseThrow()
                                .name() + " " + news.dialect())
                .toList();
    }

    @Test
    void is_owed_to_each_once_in_its_own_dialect() {
        with("books", PayoutDialect.V2, Set.of(Topic.PAYOUT), false);
        with("ledger", PayoutDialect.LEGACY, Set.of(Topic.PAYOUT, Topic.CAPTURE), false);
        Merchant merchant = with("captures", PayoutDialect.V2, Set.of(Topic.CAPTURE), false);
        Payout payout = plain();

        settle(merchant, payout);

        assertEquals(List.of("registered ENVELOPED", "books ENVELOPED", "ledger LEGACY"), told(merchant, payout));
        assertEquals(
                List.of(Kind.REQUESTED, Kind.RECEIVED, Kind.MOVED, Kind.OWED, Kind.OWED),
                scene.kinds(payout),
                "one row of bytes for each dialect");
        assertEquals(
                3, OwedNews.about(scene.store, ObjectRef.of(payout.id()), NOON).size());
        Shard shard = Shard.of(ObjectRef.of(payout.id()));
        merchant.endpoints()
                .forEach(one -> assertTrue(scene.deliveriesRung.contains(
                        new Stretch(shard, one.id().value()))));
        assertEquals(
                Settled.KNOWN_ALREADY,
                scene.settlement.settle(
                        List.of(Given.holder(scene.store, merchant)), PayoutScene.told(payout.order(), PAID)));
        assertEquals(3, told(merchant, payout).size(), "and never twice");
    }

    @Test
    void is_not_owed_to_the_registered_address_where_another_stands_in_its_place() {
        with("books", PayoutDialect.V2, Set.of(Topic.PAYOUT), false);
        Merchant merchant = with("ledger", PayoutDialect.LEGACY, Set.of(Topic.PAYOUT), true);
        Payout payout = plain();

        settle(merchant, payout);

        assertEquals(List.of("books ENVELOPED", "ledger LEGACY"), told(merchant, payout));
    }

    @Test
    void goes_where_its_request_wants_it_in_place_of_the_registered_address_and_to_those_beside_it() {
        with("books", PayoutDialect.V2, Set.of(Topic.PAYOUT), false);
        Merchant merchant = with("ledger", PayoutDialect.LEGACY, Set.of(Topic.PAYOUT), true);
        Payout payout = scene.requested();

        settle(merchant, payout);

        assertEquals(List.of("registered ENVELOPED", "books ENVELOPED"), told(merchant, payout));
        assertEquals(
                List.of(Optional.of(NOTIFY_URL), Optional.empty()),
                OwedNews.about(scene.store, ObjectRef.of(payout.id()), NOON).stream()
                        .map(OwedNews::notifyUrl)
                        .toList());
    }

    @Test
    void is_not_owed_to_one_that_was_removed() {
        with("books", PayoutDialect.V2, Set.of(Topic.PAYOUT), true);
        Merchant merchant = scene.store
                .merchants()
                .change(scene.merchant.app(), MerchantChange.of(EndpointChange.removal("books", NOON)), Given.DEED)
                .orElseThrow()
                .merchant();
        Payout payout = plain();

        settle(merchant, payout);

        assertEquals(List.of("registered ENVELOPED"), told(merchant, payout));
        assertEquals(Dialect.ENVELOPED, scene.deliveries(payout).getFirst().dialect());
    }
}
