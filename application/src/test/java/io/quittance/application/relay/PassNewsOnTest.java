package io.quittance.application.relay;

import static io.quittance.application.lifecycle.Settled.KNOWN_ALREADY;
import static io.quittance.application.lifecycle.Settled.RECORDED;
import static io.quittance.application.lifecycle.Settled.UNUSABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.account.Holder;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.notification.OwedNews;
import io.quittance.application.relay.PassNewsOn.Told;
import io.quittance.application.shard.Bell;
import io.quittance.application.shard.Bells;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Stretch;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.relay.ApiName;
import io.quittance.domain.relay.NewsId;
import io.quittance.domain.relay.NewsTopic;
import io.quittance.domain.relay.Relay;
import io.quittance.domain.relay.RelayId;
import io.quittance.domain.text.Bytes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("News that we do not understand")
class PassNewsOnTest {
    private static final NewsTopic REFUND = new NewsTopic("REFUND", "refund-1");
    private static final URI PLACE = URI.create("https://merchant.example/refunds");

    private final HandClock clock = new HandClock(Given.NOON);
    private final InMemoryStore store = InMemoryStore.rehearsedAt(clock);
    private final Merchant merchant = Given.merchant(store);
    private final List<Stretch> rung = new ArrayList<>();
    private final PassNewsOn passing = passing();

    private PassNewsOn passing() {
        Bells bells = new Bells(new Bell(), new Bell());
        bells.deliveries().listen(rung::add);
        Books books = new Books(
                store.journal(), store.outbox(), store.errands(), store.discrepancies(), store.spentRequests());
        return new PassingNewsOn(
                store.newsTold(),
                store.relays(),
                (to, told) -> Bytes.utf8(to.app() + " is told " + told.asUtf8()),
                () -> new NewsId(Given.unique("N")),
                new Office(store.transactions(), books, clock, bells));
    }

    private Settled told(String body) {
        return passing.pass(
                List.of(Given.holder(store, merchant)), new Told(REFUND, Optional.empty(), Given.message(body)));
    }

    private ObjectRef about() {
        return ObjectRef.of(
                store.newsTold().find(merchant.id(), REFUND).orElseThrow().id());
    }

    private List<OwedNews> owed() {
        return OwedNews.in(store, Shard.of(about()), clock.instant());
    }

    private RelayId relayed(Merchant by, Optional<URI> notifyUrl) {
        Relay relay = new Relay(
                new RelayId(Given.unique("L")),
                by.id(),
                Given.account(by.id()),
                new ApiName("refund"),
                notifyUrl,
                Given.NOON);
        store.perform(() -> store.relays().add(relay));
        return relay.id();
    }

    @Nested
    class Told_once {
        @Test
        void is_kept_and_owed_whole() {
            assertEquals(RECORDED, told("half"));

            assertEquals(
                    List.of(Kind.RECEIVED, Kind.OWED),
                    store.journal().story(about()).stream()
                            .map(row -> row.entry().kind())
                            .toList());
            assertEquals(
                    List.of(merchant.app() + " is told half"),
                    owed().stream().map(one -> one.body().asUtf8()).toList());
            assertEquals(Optional.empty(), owed().getFirst().notifyUrl());
            assertEquals(
                    List.of(new Stretch(
                            Shard.of(about()),
                            EndpointId.registered(merchant.id()).value())),
                    rung);
        }

        @Test
        void is_told_where_the_call_behind_it_wants_it() {
            RelayId call = relayed(merchant, Optional.of(PLACE));

            passing.pass(
                    List.of(Given.holder(store, merchant)), new Told(REFUND, Optional.of(call), Given.message("half")));

            assertEquals(Optional.of(PLACE), owed().getFirst().notifyUrl());
        }

        @Test
        void is_not_told_where_the_call_of_another_merchant_wants_it() {
            RelayId call = relayed(Given.merchant(store), Optional.of(PLACE));

            passing.pass(
                    List.of(Given.holder(store, merchant)), new Told(REFUND, Optional.of(call), Given.message("half")));

            assertEquals(Optional.empty(), owed().getFirst().notifyUrl());
        }
    }

    @Nested
    class Told_again {
        @Test
        void is_counted_and_owed_once() {
            told("half");

            assertEquals(KNOWN_ALREADY, told("half"));

            assertEquals(1, owed().size());
            assertEquals(1, store.journal().story(about()).getFirst().repeats());
            assertEquals(1, rung.size());
        }

        @Test
        void with_other_words_is_owed_behind_the_first() {
            told("half");

            assertEquals(RECORDED, told("all"));

            assertEquals(
                    List.of(merchant.app() + " is told half"),
                    owed().stream().map(one -> one.body().asUtf8()).toList());
            assertEquals(4, store.journal().story(about()).size());
        }
    }

    @Nested
    class For_one_of_several_merchants {
        private final List<Holder> both =
                List.of(Given.holder(store, Given.merchant(store)), Given.holder(store, merchant));

        @Test
        void is_for_the_one_that_heard_of_it_before() {
            told("half");

            assertEquals(RECORDED, passing.pass(both, new Told(REFUND, Optional.empty(), Given.message("all"))));

            assertEquals(1, store.newsTold().all().size());
        }

        @Test
        void that_nobody_knows_is_kept_for_a_person() {
            assertEquals(UNUSABLE, passing.pass(both, new Told(REFUND, Optional.empty(), Given.message("half"))));

            assertEquals(1, store.discrepancies().unassigned(10).size());
            assertEquals(List.of(), store.newsTold().all());
        }
    }
}
