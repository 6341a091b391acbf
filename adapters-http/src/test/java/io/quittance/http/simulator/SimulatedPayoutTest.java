package io.quittance.http.simulator;

import static io.quittance.http.simulator.PayoutSimulation.DELAY;
import static io.quittance.http.simulator.PayoutSimulation.payout;
import static io.quittance.http.simulator.PayoutSimulation.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.notification.Dialect;
import io.quittance.application.payout.PayoutAcquirer.Said;
import io.quittance.application.payout.SettlePayout.Told;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.simulator.SimulatedOrder.Verdict;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Particulars;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.Report;
import io.quittance.domain.payout.Sum;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonReader;
import io.quittance.http.payout.LegacyPayoutWire;
import io.quittance.http.payout.PayoutWire;
import io.quittance.http.simulator.SimulatedResults.Telling;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A payout at the simulator")
class SimulatedPayoutTest {
    private final PayoutSimulation simulation = new PayoutSimulation();
    private final HandClock clock = simulation.clock;
    private final InMemoryStore store = simulation.store;
    private final Merchant merchant = simulation.merchant;
    private final SimulatedPayout results = simulation.results;
    private final SimulatorPayoutAcquirer simulator = simulation.simulator;

    @ParameterizedTest
    @CsvSource({
        "110,x,FAILED",
        "110.00,x,FAILED",
        "11000,x,FAILED",
        "100,x,PENDING",
        "10000,x,PENDING",
        "30.50,x,SUCCESS",
        "120,x,SUCCESS",
        "110,SUCCESS,SUCCESS",
        "100,FAILED,FAILED",
        "30,BOUNCEBACK,BOUNCEBACK",
        "30,PENDING,SUCCESS"
    })
    void ends_by_its_remark_or_else_by_its_amount(String amount, String remark, Verdict verdict) {
        simulation.pay(merchant, "O1", amount, remark);

        assertEquals(verdict, simulation.order(merchant, "O1").verdict());
        assertEquals(
                verdict == Verdict.PENDING ? List.of() : List.of(Given.NOON.plus(DELAY)),
                simulation.woken,
                "told after the delay");
    }

    @Test
    void is_answered_again_with_the_number_of_the_first_time() {
        Said first = simulation.pay(merchant, "O1", "30", "x");

        assertEquals(first, simulation.pay(merchant, "O1", "30", "x"));
        assertEquals(new Said.HadAlready(), simulation.pay(merchant, "O1", "31", "x"));
        assertTrue(simulator.knowsItsIds());
    }

    @Test
    void is_pending_for_whoever_asks_until_its_result_was_acknowledged() {
        simulation.pay(merchant, "O1", "30", "BOUNCEBACK");
        Payout payout = payout(merchant, "O1", "30");
        assertEquals(
                Optional.empty(), ((Said.Has) said(simulator.query(Given.holder(store, merchant), payout))).report());

        SimulatedOrder told = simulation.order(merchant, "O1").acknowledged(Optional.of(Given.NOON));
        store.perform(() -> store.simulatedOrders().told(told));
        assertInstanceOf(
                Report.Settled.class,
                ((Said.Has) said(simulator.query(Given.holder(store, merchant), payout)))
                        .report()
                        .orElseThrow());

        store.perform(() -> store.simulatedOrders().told(told.acknowledged(Optional.empty())));
        assertInstanceOf(
                Report.Returned.class,
                ((Said.Has) said(simulator.query(Given.holder(store, merchant), payout)))
                        .report()
                        .orElseThrow());
    }

    @Test
    void is_not_there_where_nobody_asked_for_it() {
        assertEquals(
                new Said.HasNot(),
                said(simulator.query(Given.holder(store, merchant), payout(merchant, "never", "30"))));
    }

    @Nested
    class That_bounces_back {
        @Test
        void has_two_results_a_delay_apart() {
            simulation.pay(merchant, "O1", "30", "BOUNCEBACK");
            SimulatedOrder order = simulation.order(merchant, "O1");

            assertInstanceOf(Report.Settled.class, told(merchant, order).report());
            Instant next = results.next(order, clock.instant()).orElseThrow();
            assertEquals(clock.instant().plus(DELAY), next);

            SimulatedOrder second = order.acknowledged(Optional.of(next));
            assertInstanceOf(Report.Returned.class, told(merchant, second).report());
            assertEquals(Optional.empty(), results.next(second, clock.instant()));
        }
    }

    private Told told(Merchant of, SimulatedOrder order) {
        Telling telling = results.telling(Given.holder(store, of), order, clock.instant());
        try {
            Json.Obj message = (Json.Obj) JsonReader.read(telling.body().toArray());
            return telling.dialect() == Dialect.LEGACY
                    ? LegacyPayoutWire.read(message, telling.body(), "key", clock.instant())
                    : PayoutWire.Notification.read(message, telling.body(), "key", clock.instant());
        } catch (Exception e) {
            throw new AssertionError("the gateway does not understand it", e);
        }
    }

    @Test
    void is_told_in_the_merchants_dialect_with_the_same_facts() {
        Merchant legacy = simulation.merchant(PayoutDialect.LEGACY);
        simulation.pay(merchant, "O1", "30", "x");
        simulation.pay(legacy, "O1", "30", "x");
        Telling enveloped =
                results.telling(Given.holder(store, merchant), simulation.order(merchant, "O1"), clock.instant());
        Telling flat = results.telling(Given.holder(store, legacy), simulation.order(legacy, "O1"), clock.instant());

        assertEquals("disbursementResultNotifyUrl", enveloped.callback());
        assertEquals(Dialect.ENVELOPED, enveloped.dialect());
        assertEquals("delSuffixStart12", flat.callback());
        assertEquals(Dialect.LEGACY, flat.dialect());
        assertEquals(
                told(merchant, simulation.order(merchant, "O1")).report().said().legs(),
                told(legacy, simulation.order(legacy, "O1")).report().said().legs());
        assertEquals(
                Optional.of(Sum.of(Money.of("30", "USD"))),
                told(merchant, simulation.order(merchant, "O1"))
                        .report()
                        .said()
                        .legs()
                        .source()
                        .amount(),
                "it changes money at one to one");
        Particulars told =
                told(merchant, simulation.order(merchant, "O1")).report().said().particulars();
        assertEquals(
                Particulars.asked(Optional.of("mine"), Optional.of("payee@example.com"), Optional.of("08123456789")),
                Particulars.asked(told.reference(), told.notifyEmail(), told.notifyPhone()),
                "as they came");
    }
}
