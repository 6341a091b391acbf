package io.quittance.persistence.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.delivery.OwedDelivery;
import io.quittance.application.delivery.OwedDelivery.State;
import io.quittance.application.delivery.ResendDeliveries.Batch;
import io.quittance.application.delivery.ResendDeliveries.Outcome;
import io.quittance.application.delivery.Resending;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.merchant.EndpointChange;
import io.quittance.application.merchant.MerchantChange;
import io.quittance.application.notification.Dialect;
import io.quittance.application.payout.GivenPayouts;
import io.quittance.application.store.Given;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.domain.merchant.Topic;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("What a person sends again, in SQL")
class ResendingTest {
    private static final Instant THEN = Given.NOON.minusSeconds(3600);
    private static final List<String> BY_ADA = List.of("Ada what is owed is to be sent now: case 4711");

    interface Resends {
        JdbcStore store();

        @Test
        default void is_due_now_whether_it_was_parked_put_off_or_set_aside() {
            OwedScene scene = new OwedScene(store());
            List<OwedDelivery> all = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                all.add(scene.owe(scene.capture(), "news", THEN));
            }
            scene.park(all.get(0));
            scene.retry(all.get(1), 3, Given.NOON.plusSeconds(300));
            scene.setAside(all.get(2), "unreadable");

            all.forEach(one -> assertEquals(
                    new Outcome.Armed(), scene.resending.hasten(one.about(), Optional.empty(), OwedScene.ADA)));

            all.forEach(one -> {
                OwedDelivery now = scene.now(one);
                assertEquals(State.WAITING, now.state());
                assertEquals(0, now.attempt());
                assertEquals(Optional.of(Given.NOON), now.dueAt());
                assertEquals(BY_ADA, scene.operated(one.about()));
            });
            assertEquals(
                    all.stream().map(one -> scene.stretch(one.about())).toList(), scene.rung, "and looked for at once");
        }

        @Test
        default void is_owed_once_however_often_somebody_asks() {
            OwedScene scene = new OwedScene(store());
            OwedDelivery parked = scene.owe(scene.capture(), "news", THEN);
            scene.park(parked);
            scene.resending.hasten(parked.about(), Optional.empty(), OwedScene.ADA);

            scene.clock.move(Duration.ofSeconds(5));

            assertEquals(
                    new Outcome.Already(), scene.resending.hasten(parked.about(), Optional.empty(), OwedScene.ADA));
            assertEquals(
                    new Outcome.Already(), scene.resending.repeat(parked.about(), Optional.empty(), OwedScene.ADA));
            assertEquals(
                    List.of(parked.id()),
                    scene.all().stream().map(OwedDelivery::id).toList());
            assertEquals(BY_ADA, scene.operated(parked.about()));
            assertEquals(1, scene.rung.size());
        }

        @Test
        default void goes_behind_what_is_older_of_its_order() {
            OwedScene scene = new OwedScene(store());
            ObjectRef about = scene.capture();
            OwedDelivery older = scene.owe(about, "older", THEN);
            OwedDelivery newer = scene.owe(about, "newer", THEN);
            scene.park(older);

            assertEquals(new Outcome.Armed(), scene.resending.hasten(about, Optional.empty(), OwedScene.ADA));

            assertEquals(State.WAITING, scene.now(older).state());
            assertEquals(State.BEHIND, scene.now(newer).state());
        }

        @Test
        default void was_told_before_and_is_told_in_the_same_bytes_once_more() {
            OwedScene scene = new OwedScene(store());
            ObjectRef about = scene.capture();
            scene.told(scene.owe(about, "older", THEN));
            scene.told(scene.owe(about, "the last word", THEN));

            assertEquals(new Outcome.Nothing(), scene.resending.hasten(about, Optional.empty(), OwedScene.ADA));
            assertEquals(List.of(), scene.all());
            assertEquals(1, scene.resending.toRepeat(about));
            assertEquals(new Outcome.Again(2), scene.resending.repeat(about, Optional.empty(), OwedScene.ADA));
            assertEquals(0, scene.resending.toRepeat(about), "it is owed");
            assertEquals(new Outcome.Already(), scene.resending.repeat(about, Optional.empty(), OwedScene.ADA));

            OwedDelivery again = scene.all().getFirst();
            assertEquals(1, scene.all().size());
            assertEquals(
                    "the last word", store().outbox().body(OwedScene.row(again)).asUtf8());
            assertEquals(Optional.of(Given.NOON), again.dueAt());
            assertEquals(List.of("Ada the news of entry 2 is to be sent once more: case 4711"), scene.operated(about));
            assertEquals(List.of(scene.stretch(about)), scene.rung);
            scene.told(again);
            assertEquals(
                    new Outcome.Again(2),
                    scene.resending.repeat(about, Optional.empty(), OwedScene.ADA),
                    "as often as it is asked");
        }

        @Test
        default void goes_where_its_order_wants_it_in_the_dialect_that_it_was_written_in() {
            OwedScene scene = new OwedScene(store());
            ObjectRef payout = ObjectRef.of(GivenPayouts.kept(store(), GivenPayouts.payout(scene.merchant.id()))
                    .id());
            URI own = URI.create("https://merchant.example/payouts?to=me");
            OwedDelivery before = scene.owe(payout, "LEGACY news", Dialect.LEGACY, Optional.of(own), THEN);
            scene.told(before);

            scene.resending.repeat(payout, Optional.empty(), OwedScene.ADA);

            OwedDelivery again = scene.all().getFirst();
            assertEquals(Dialect.LEGACY, again.dialect());
            assertEquals(Optional.of(own), again.notifyUrl());
            assertEquals(Optional.of(THEN), again.owedAt(), "it is the same news");
        }

        @Test
        default void is_sent_to_one_endpoint_alone_or_to_each_in_its_own_form() {
            OwedScene scene = new OwedScene(store());
            ObjectRef payout = ObjectRef.of(GivenPayouts.kept(store(), GivenPayouts.payout(scene.merchant.id()))
                    .id());
            EndpointId books = scene.further("books", PayoutDialect.LEGACY);
            scene.told(scene.owe(payout, "ENVELOPED older", Dialect.ENVELOPED, Optional.empty(), THEN));
            scene.told(scene.owe(payout, "ENVELOPED news", Dialect.ENVELOPED, Optional.empty(), THEN));
            OwedDelivery legacy = scene.owe(payout, "LEGACY news", Dialect.LEGACY, Optional.empty(), THEN);
            scene.told(legacy);

            assertEquals(
                    new Outcome.NoEndpoint(), scene.resending.repeat(payout, Optional.of("nobody"), OwedScene.ADA));
            assertEquals(new Outcome.Again(3), scene.resending.repeat(payout, Optional.of("books"), OwedScene.ADA));

            assertEquals(
                    List.of(books),
                    scene.all().stream().map(OwedDelivery::endpoint).toList());
            assertEquals(
                    List.of("Ada the news of entry 3 is to be sent once more to its endpoint books: case 4711"),
                    scene.operated(payout));
            scene.told(scene.all().getFirst());

            assertEquals(2, scene.resending.toRepeat(payout));
            scene.resending.repeat(payout, Optional.empty(), OwedScene.ADA);

            assertEquals(
                    List.of("ENVELOPED news", "LEGACY news"),
                    scene.all().stream()
                            .map(one ->
                                    store().outbox().body(OwedScene.row(one)).asUtf8())
                            .toList());
        }

        @Test
        default void is_not_sent_to_an_endpoint_that_is_told_of_other_kinds() {
            OwedScene scene = new OwedScene(store());
            ObjectRef about = scene.capture();
            scene.told(scene.owe(about, "news", THEN));
            scene.further("books", PayoutDialect.V2);
            store().merchants()
                    .change(
                            scene.merchant.app(),
                            MerchantChange.of(new EndpointChange(
                                    "books",
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(Set.of(Topic.PAYOUT)),
                                    Optional.of(true),
                                    Optional.empty())),
                            Given.DEED);

            assertEquals(
                    new Outcome.NotTold(Set.of(Topic.PAYOUT)),
                    scene.resending.repeat(about, Optional.of("books"), OwedScene.ADA));

            assertEquals(List.of(), scene.all());
            assertEquals(List.of(), scene.operated(about));
            assertEquals(new Outcome.Again(1), scene.resending.repeat(about, Optional.of("registered"), OwedScene.ADA));
        }

        @Test
        default void is_nothing_where_there_is_no_news_or_no_order() {
            OwedScene scene = new OwedScene(store());
            ObjectRef about = scene.capture();
            ObjectRef none = new ObjectRef(ObjectRef.Kind.CAPTURE, "none");

            assertEquals(new Outcome.Nothing(), scene.resending.repeat(about, Optional.empty(), OwedScene.ADA));
            assertEquals(new Outcome.Nothing(), scene.resending.hasten(about, Optional.empty(), OwedScene.ADA));
            assertEquals(0, scene.resending.toRepeat(about));
            assertEquals(0, scene.resending.toRepeat(none));
            assertEquals(new Outcome.Unknown(), scene.resending.repeat(none, Optional.empty(), OwedScene.ADA));
            assertEquals(new Outcome.Unknown(), scene.resending.hasten(none, Optional.empty(), OwedScene.ADA));
            assertEquals(List.of(), scene.operated(about));
        }

        @Test
        default void is_all_that_is_wanted_some_at_a_time_and_nothing_else() {
            OwedScene scene = new OwedScene(store());
            List<OwedDelivery> parked = scene.parked(Resending.AT_ONCE + 20, THEN);
            OwedDelivery retrying = scene.owe(scene.capture(), "retrying", THEN);
            scene.retry(retrying, 2, Given.NOON.plusSeconds(300));
            OwedDelivery behind = scene.owe(parked.getFirst().about(), "behind", THEN);
            scene.park(parked.getFirst());

            Batch first = scene.resending.hasten(scene.in(State.PARKED), 0, OwedScene.ADA);
            Batch second = scene.resending.hasten(
                    scene.in(State.PARKED), first.behind().orElseThrow(), OwedScene.ADA);

            assertEquals(new Batch(Resending.AT_ONCE, 0, first.behind()), first);
            assertEquals(new Batch(20, 0, Optional.empty()), second);
            assertEquals(List.of(), scene.owed.page(scene.in(State.PARKED), 0, 1));
            assertEquals(State.BEHIND, scene.now(behind).state());
            assertEquals(State.RETRYING, scene.now(retrying).state());
            Batch again = scene.resending.hasten(scene.in(State.WAITING), 0, OwedScene.ADA);
            assertEquals(0, again.armed());
            assertEquals(Resending.AT_ONCE, again.already());
        }
    }

    @Nested
    class On_H2 implements Resends {
        @Override
        public JdbcStore store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements Resends {
        @Override
        public JdbcStore store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements Resends {
        @Override
        public JdbcStore store() {
            return JdbcStore.onMySql();
        }
    }
}
