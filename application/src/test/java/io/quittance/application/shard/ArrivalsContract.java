package io.quittance.application.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.errand.Errand;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.Dialect;
import io.quittance.application.notification.Recipient;
import io.quittance.application.shard.Arrivals.Arrival;
import io.quittance.application.shard.Arrivals.Place;
import io.quittance.application.shard.Arrivals.Signs;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Arrivals} promises. It looks at all that there is, so no other test may run beside. */
public interface ArrivalsContract {
    Duration LONG = Duration.ofMinutes(10);
    int MANY = 100;

    Store store();

    private Signs signs() {
        return store().arrivals().signs(LONG);
    }

    private long newest(Place place) {
        return signs().newest().get(place);
    }

    private List<Arrival> behind(Place place, long id) {
        return store().arrivals().behind(place, id, MANY);
    }

    /** Of the one that has come since. */
    private static Arrival only(List<Arrival> arrivals) {
        assertEquals(1, arrivals.size());
        return arrivals.getFirst();
    }

    private Capture ask(Instant dueAt) {
        Capture capture = GivenOperations.kept(store());
        store().perform(() -> store().errands().add(Given.errand(capture, dueAt)));
        return capture;
    }

    private void owe(Capture capture, String what) {
        ObjectRef about = ObjectRef.of(capture.id());
        store().perform(() -> {
            int owed = store().journal().append(about, List.of(Given.note(what).with(Bytes.utf8("{}"))));
            store().outbox()
                    .append(
                            about,
                            owed,
                            Recipient.registered(capture.merchant(), Dialect.ENVELOPED, Optional.empty()),
                            Given.NOON);
        });
    }

    private SimulatedOrder take(Optional<Instant> dueAt) {
        MerchantId merchant = GivenOperations.kept(store()).merchant();
        SimulatedOrder order = new SimulatedOrder(
                Given.unique("S"),
                merchant,
                Given.account(merchant),
                "capture",
                Given.unique("R"),
                Bytes.utf8("{}"),
                Given.NOON,
                SimulatedOrder.Verdict.SUCCESS,
                Optional.empty(),
                Given.NOON,
                dueAt,
                0,
                0);
        store().simulatedOrders().add(order);
        return order;
    }

    @BeforeEach
    default void nobody_is_there() {
        store().shards().seize();
    }

    @Test
    default void are_errands_with_where_and_when_they_are_due() {
        long before = newest(Place.ERRANDS);

        Capture capture = ask(Given.NOON);

        Errand errand = Given.errand(capture, Given.NOON);
        assertEquals(
                new Arrival(newest(Place.ERRANDS), errand.stretch(), Given.NOON), only(behind(Place.ERRANDS, before)));
        assertTrue(newest(Place.ERRANDS) > before);
    }

    @Test
    default void are_deliveries() {
        long before = newest(Place.DELIVERIES);
        Capture capture = GivenOperations.kept(store());

        owe(capture, "first");

        Arrival arrival = only(behind(Place.DELIVERIES, before));
        assertEquals(newest(Place.DELIVERIES), arrival.id());
        assertEquals(Shard.of(ObjectRef.of(capture.id())), arrival.stretch().shard());
        assertEquals(Given.NOON, arrival.dueAt());
    }

    @Test
    default void are_no_deliveries_that_wait_for_an_earlier_one() {
        Capture capture = GivenOperations.kept(store());
        owe(capture, "first");
        long before = newest(Place.DELIVERIES);

        owe(capture, "second");

        assertEquals(List.of(), behind(Place.DELIVERIES, before));
    }

    @Test
    default void are_simulated_results() {
        long before = newest(Place.SIMULATED_RESULTS);

        SimulatedOrder order = take(Optional.of(Given.NOON));

        Arrival arrival = only(behind(Place.SIMULATED_RESULTS, before));
        assertEquals(new Stretch(order.shard(), order.merchant().value()), arrival.stretch());
        assertEquals(Given.NOON, arrival.dueAt());
    }

    @Test
    default void are_no_simulated_orders_of_which_nothing_will_be_told() {
        long before = newest(Place.SIMULATED_RESULTS);

        take(Optional.empty());

        assertEquals(List.of(), behind(Place.SIMULATED_RESULTS, before));
    }

    @Test
    default void are_read_oldest_first_and_not_all_at_once() {
        long before = newest(Place.ERRANDS);
        ask(Given.NOON);
        ask(Given.NOON.minusSeconds(1));
        ask(Given.NOON);

        List<Arrival> all = behind(Place.ERRANDS, before);

        assertEquals(3, all.size());
        assertEquals(all.subList(0, 2), store().arrivals().behind(Place.ERRANDS, before, 2));
        assertEquals(all.subList(1, 3), behind(Place.ERRANDS, all.getFirst().id()));
        assertTrue(all.get(0).id() < all.get(1).id()
                && all.get(1).id() < all.get(2).id());
    }

    @Test
    default void come_with_how_many_are_there_and_how_many_shards_are_free() {
        assertEquals(0, signs().members());
        assertEquals(Shard.COUNT, signs().free());

        String one = Given.unique("one-");
        GivenShards.lease(store().shards(), one, LONG);
        store().shards().join(GivenShards.member(Given.unique("other-")));
        assertEquals(2, signs().members());
        assertEquals(0, signs().free());

        store().shards().retire(one);
        assertEquals(1, signs().members());
        store().shards().leave(one);
        assertEquals(Shard.COUNT, signs().free());
    }
}
