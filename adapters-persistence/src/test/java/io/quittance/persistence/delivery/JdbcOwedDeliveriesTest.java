package io.quittance.persistence.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.delivery.OwedDeliveries.Tally;
import io.quittance.application.delivery.OwedDelivery;
import io.quittance.application.delivery.OwedDelivery.State;
import io.quittance.application.delivery.WantedDeliveries;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.Dialect;
import io.quittance.application.payout.GivenPayouts;
import io.quittance.application.store.Given;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.store.NeedsMySql;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("What is owed, as persons see it, in SQL")
class JdbcOwedDeliveriesTest {
    private static final Instant THEN = Given.NOON;

    interface Read {
        JdbcStore store();

        private static List<OwedDelivery> page(OwedScene scene, WantedDeliveries wanted) {
            return scene.owed.page(wanted, 0, 100);
        }

        @Test
        default void is_one_message_and_all_that_is_known_of_it() {
            OwedScene scene = new OwedScene(store());
            ObjectRef about = scene.capture();
            URI own = URI.create("https://merchant.example/orders/1");

            OwedDelivery owed = scene.owe(about, "news", Dialect.ENVELOPED, Optional.of(own), THEN);

            assertEquals(
                    new OwedDelivery(
                            owed.id(),
                            about,
                            1,
                            scene.merchant.id(),
                            EndpointId.registered(scene.merchant.id()),
                            Dialect.ENVELOPED,
                            Optional.of(own),
                            0,
                            Optional.of(THEN),
                            State.WAITING,
                            Optional.empty(),
                            Optional.of(THEN)),
                    scene.now(owed));
            scene.told(owed);
            assertEquals(Optional.empty(), scene.owed.find(owed.id()));
        }

        @Test
        default void says_what_each_waits_for_and_is_found_by_that() {
            OwedScene scene = new OwedScene(store());
            ObjectRef twice = scene.capture();
            OwedDelivery retrying = scene.owe(scene.capture(), "retrying", THEN);
            OwedDelivery parked = scene.owe(twice, "parked", THEN);
            OwedDelivery behind = scene.owe(twice, "behind", THEN);
            OwedDelivery aside = scene.owe(scene.capture(), "aside", THEN);
            OwedDelivery waiting = scene.owe(scene.capture(), "waiting", THEN);
            scene.retry(retrying, 2, THEN.plusSeconds(300));
            scene.park(parked);
            scene.setAside(aside, "unreadable");

            assertEquals(List.of(scene.now(waiting)), page(scene, scene.in(State.WAITING)));
            assertEquals(List.of(scene.now(retrying)), page(scene, scene.in(State.RETRYING)));
            assertEquals(List.of(scene.now(parked)), page(scene, scene.in(State.PARKED)));
            assertEquals(List.of(scene.now(behind)), page(scene, scene.in(State.BEHIND)));
            assertEquals(List.of(scene.now(aside)), page(scene, scene.in(State.ASIDE)));
            assertEquals(Optional.of("unreadable"), scene.now(aside).why());
            assertEquals(Optional.of(THEN.plusSeconds(300)), scene.now(retrying).dueAt());
            assertEquals(List.of(), page(scene, scene.in(State.HELD)));
        }

        @Test
        default void is_held_with_its_endpoint_and_not_where_that_is_only_slowed() {
            OwedScene scene = new OwedScene(store());
            OwedDelivery waiting = scene.owe(scene.capture(), "waiting", THEN);
            OwedDelivery parked = scene.owe(scene.capture(), "parked", THEN);
            scene.park(parked);
            long lane = OwedScene.row(waiting).lane();

            store().heldLanes().hold(lane, "they move house", Optional.of("Ada"));
            assertEquals(List.of(scene.now(waiting)), page(scene, scene.in(State.HELD)));
            assertEquals(State.HELD, scene.now(waiting).state());
            assertEquals(State.PARKED, scene.now(parked).state(), "whatever its endpoint does");
            assertEquals(List.of(), page(scene, scene.in(State.WAITING)));

            store().heldLanes().slow(lane, 5, "slowly", "Ada");
            assertEquals(State.WAITING, scene.now(waiting).state());
            store().heldLanes().release(lane);
        }

        @Test
        default void is_found_by_order_kind_and_time() {
            OwedScene scene = new OwedScene(store());
            ObjectRef capture = scene.capture();
            ObjectRef payout = ObjectRef.of(GivenPayouts.kept(store(), GivenPayouts.payout(scene.merchant.id()))
                    .id());
            OwedDelivery old = scene.owe(capture, "old", THEN.minusSeconds(3600));
            OwedDelivery young = scene.owe(payout, "young", THEN);
            WantedDeliveries mine = scene.wanted();

            assertEquals(
                    List.of(old),
                    page(
                            scene,
                            new WantedDeliveries(
                                    Optional.of(capture),
                                    mine.merchant(),
                                    mine.kind(),
                                    mine.state(),
                                    mine.owedFrom(),
                                    mine.owedUntil())));
            assertEquals(
                    List.of(young),
                    page(
                            scene,
                            new WantedDeliveries(
                                    mine.about(),
                                    mine.merchant(),
                                    Optional.of(ObjectRef.Kind.PAYOUT),
                                    mine.state(),
                                    mine.owedFrom(),
                                    mine.owedUntil())));
            assertEquals(List.of(young), page(scene, owedBetween(mine, Optional.of(THEN), Optional.empty())));
            Optional<Instant> until = Optional.of(THEN.minusSeconds(3600));
            assertEquals(List.of(old), page(scene, owedBetween(mine, Optional.empty(), until)));
            assertEquals(new Tally(1, until, until), scene.owed.tally(owedBetween(mine, Optional.empty(), until)));
            assertEquals(new Tally(2, until, Optional.of(THEN)), scene.owed.tally(mine));
            assertEquals(new Tally(0, Optional.empty(), Optional.empty()), scene.owed.tally(scene.in(State.PARKED)));
        }

        private static WantedDeliveries owedBetween(
                WantedDeliveries mine, Optional<Instant> from, Optional<Instant> until) {
            return new WantedDeliveries(mine.about(), mine.merchant(), mine.kind(), mine.state(), from, until);
        }

        @Test
        default void is_listed_page_by_page_each_once_whatever_is_told_or_owed_meanwhile() {
            OwedScene scene = new OwedScene(store());
            List<OwedDelivery> owed = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                owed.add(scene.owe(scene.capture(), "news", THEN.minusSeconds(i)));
            }

            List<OwedDelivery> listed = new ArrayList<>();
            List<OwedDelivery> page = scene.owed.page(scene.wanted(), 0, 3);
            while (!page.isEmpty() && listed.size() < 7) {
                listed.addAll(page);
                page.forEach(scene::told);
                scene.owe(scene.capture(), "later", THEN);
                page = scene.owed.page(scene.wanted(), page.getLast().id(), 3);
            }

            assertEquals(owed, listed.subList(0, 7));
        }

        @Test
        default void knows_where_an_order_wants_its_results() {
            OwedScene scene = new OwedScene(store());
            ObjectRef payout = ObjectRef.of(GivenPayouts.kept(store(), GivenPayouts.payout(scene.merchant.id()))
                    .id());
            ObjectRef link = ObjectRef.of(
                    Given.kept(store(), Given.link(scene.merchant.id())).id());

            assertEquals(
                    Optional.of(URI.create("https://merchant.example/payouts?to=me")), scene.owed.ownPlace(payout));
            assertEquals(Optional.of(URI.create("https://merchant.example/links")), scene.owed.ownPlace(link));
            assertEquals(Optional.empty(), scene.owed.ownPlace(scene.capture()));
            assertEquals(Optional.empty(), scene.owed.ownPlace(new ObjectRef(ObjectRef.Kind.PAYOUT, "none")));
        }
    }

    @Nested
    class On_H2 implements Read {
        @Override
        public JdbcStore store() {
            return JdbcStore.onH2();
        }
    }

    @Nested
    class On_MariaDb implements Read {
        @Override
        public JdbcStore store() {
            return JdbcStore.onMariaDb();
        }
    }

    @Nested
    @NeedsMySql
    class On_MySql implements Read {
        @Override
        public JdbcStore store() {
            return JdbcStore.onMySql();
        }
    }
}
