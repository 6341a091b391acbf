package io.quittance.application.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.shard.OwedIn;
import io.quittance.application.shard.Page;
import io.quittance.application.shard.Position;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Stretch;
import io.quittance.application.simulator.SimulatedOrder.Verdict;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.application.store.Store;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link SimulatedOrders} promises. */
public interface SimulatedOrdersContract {
    /** Where all of them belong. */
    Shard SHARD = new Shard(11);

    Store store();

    private Optional<SimulatedOrder> add(SimulatedOrder order) {
        return store().answer(() -> store().simulatedOrders().add(order));
    }

    private void told(SimulatedOrder order) {
        store().perform(() -> store().simulatedOrders().told(order));
    }

    private Optional<SimulatedOrder> find(SimulatedOrder order) {
        return store().simulatedOrders().find(order.merchant(), order.operation(), order.request());
    }

    /** What is due of that merchant. */
    private List<SimulatedOrder> due(MerchantId merchant, Instant now) {
        return OwedIn.shard(store().simulatedOrders().owed(), SHARD, now).stream()
                .map(UntoldResult::order)
                .filter(order -> order.merchant().equals(merchant))
                .toList();
    }

    private Page<UntoldResult> owed(MerchantId merchant, Position after, Instant until, int limit) {
        return store().simulatedOrders().owed().due(new Stretch(SHARD, merchant.value()), after, until, limit);
    }

    private static String number(Shard shard) {
        return Stream.generate(() -> Given.unique("S"))
                .filter(number -> Shard.of(number).equals(shard))
                .findFirst()
                .orElseThrow();
    }

    private MerchantId merchant() {
        return Given.merchant(store()).id();
    }

    private static SimulatedOrder order(MerchantId merchant, String request, Instant dueAt) {
        return new SimulatedOrder(
                number(SHARD),
                merchant,
                Given.account(merchant),
                "capture",
                request,
                Bytes.utf8("{\"outTradeNo\":\"ORDER-1\"}"),
                Given.NOON,
                Verdict.SUCCESS,
                Optional.empty(),
                Given.NOON.plusMillis(200),
                Optional.of(dueAt),
                0,
                0);
    }

    @Test
    default void keeps_orders_of_every_verdict_whole() {
        MerchantId merchant = merchant();
        List<SimulatedOrder> orders = List.of(
                order(merchant, "R1", Given.NOON),
                new SimulatedOrder(
                        Given.unique("S"),
                        merchant,
                        Given.account(merchant),
                        "capture",
                        "\uD83E\uDD8A".repeat(64),
                        Bytes.utf8("\uD83D\uDCB6".repeat(16_384)),
                        Given.NOON.plusMillis(1),
                        Verdict.FAILED,
                        Optional.of(new Failure("F".repeat(64), "\u00E9".repeat(256))),
                        Given.NOON.plusMillis(2),
                        Optional.of(Given.NOON.plusMillis(3)),
                        2,
                        4),
                new SimulatedOrder(
                        Given.unique("S"),
                        merchant,
                        Given.account(merchant),
                        "capture",
                        "R3",
                        Bytes.utf8(""),
                        Given.NOON,
                        Verdict.PENDING,
                        Optional.empty(),
                        Given.NOON,
                        Optional.empty(),
                        0,
                        0));

        for (SimulatedOrder order : orders) {
            assertEquals(Optional.empty(), add(order));
            assertEquals(Optional.of(order), find(order));
        }
    }

    @Test
    default void answers_with_the_order_that_was_known_under_the_request_before() {
        MerchantId merchant = merchant();
        SimulatedOrder first = order(merchant, "R1", Given.NOON);
        add(first);

        assertEquals(Optional.of(first), add(order(merchant, "R1", Given.NOON.plusSeconds(1))));

        assertEquals(Optional.of(first), find(first));
    }

    @Test
    default void keeps_the_same_request_once_for_each_merchant_and_operation() {
        MerchantId merchant = merchant();
        SimulatedOrder capture = order(merchant, "R1", Given.NOON);
        SimulatedOrder elsewhere = order(merchant(), "R1", Given.NOON);
        SimulatedOrder payout = new SimulatedOrder(
                Given.unique("S"),
                merchant,
                Given.account(merchant),
                "payout",
                "R1",
                Bytes.utf8("another"),
                Given.NOON,
                Verdict.SUCCESS,
                Optional.empty(),
                Given.NOON,
                Optional.empty(),
                0,
                0);

        Stream.of(capture, elsewhere, payout).forEach(order -> assertEquals(Optional.empty(), add(order)));

        Stream.of(capture, elsewhere, payout).forEach(order -> assertEquals(Optional.of(order), find(order)));
    }

    @Test
    default void keeps_requests_apart_that_differ_only_a_little() {
        MerchantId merchant = merchant();
        List<SimulatedOrder> orders = Stream.of("r1", "R1", "r 1", "r  1", "\u0155" + "1", "r\u0301" + "1", "r1\u200B")
                .map(request -> order(merchant, request, Given.NOON))
                .toList();

        orders.forEach(order -> assertEquals(Optional.empty(), add(order)));

        orders.forEach(order -> assertEquals(Optional.of(order), find(order)));
    }

    @Test
    default void finds_nothing_that_was_never_kept() {
        assertEquals(Optional.empty(), store().simulatedOrders().find(merchant(), "capture", "R1"));
    }

    @Test
    default void tells_whose_results_are_due_by_now_the_longest_due_first() {
        MerchantId merchant = merchant();
        Instant minute = Given.quietMinute();
        SimulatedOrder second = order(merchant, "R2", minute.plusMillis(20));
        SimulatedOrder first = order(merchant, "R1", minute.plusMillis(10));
        SimulatedOrder later = order(merchant, "R3", minute.plusMillis(21));
        Stream.of(second, first, later).forEach(this::add);

        assertEquals(List.of(first, second), due(merchant, minute.plusMillis(20)));
        assertEquals(List.of(first, second, later), due(merchant, minute.plusMillis(21)));
        assertTrue(
                owed(merchant, Position.START, minute.plusMillis(21), 1)
                                .entries()
                                .size()
                        == 1,
                "no more than asked for");
    }

    @Test
    default void tells_of_one_shard_and_page_by_page_those_too_that_are_due_at_once() {
        MerchantId merchant = merchant();
        Instant minute = Given.quietMinute();
        List<SimulatedOrder> orders = Stream.of("R1", "R2", "R3", "R4", "R5")
                .map(request -> order(merchant, request, minute))
                .toList();
        orders.forEach(this::add);
        List<SimulatedOrder> read = new ArrayList<>();

        Optional<Position> more = Optional.of(new Position(minute.minusMillis(1), 0));
        while (more.isPresent()) {
            Page<UntoldResult> page = owed(merchant, more.get(), minute, 2);
            page.entries().forEach(result -> read.add(result.order()));
            more = page.more();
        }

        assertEquals(orders, read);
        assertEquals(
                List.of(),
                OwedIn.shard(store().simulatedOrders().owed(), new Shard(12), minute).stream()
                        .filter(result -> result.order().merchant().equals(merchant))
                        .toList());
    }

    @Test
    default void keeps_when_a_result_is_told_next_and_how_often_it_was() {
        MerchantId merchant = merchant();
        Instant minute = Given.quietMinute();
        SimulatedOrder order = order(merchant, "R1", minute.plusMillis(10));
        SimulatedOrder other = order(merchant, "R2", minute.plusMillis(10));
        add(order);
        add(other);

        told(order.again(minute.plusMillis(30)));

        assertEquals(List.of(other), due(merchant, minute.plusMillis(29)));
        SimulatedOrder next = due(merchant, minute.plusMillis(30)).getLast();
        assertEquals(Optional.of(next), find(order));
        assertEquals(Optional.of(minute.plusMillis(30)), next.dueAt());
        assertEquals(1, next.attempts());
        assertEquals(order.number(), next.number());
    }

    @Test
    default void never_tells_again_what_was_acknowledged() {
        MerchantId merchant = merchant();
        SimulatedOrder order = order(merchant, "R1", Given.quietMinute());
        add(order);

        told(order.acknowledged(Optional.empty()));

        assertEquals(List.of(), due(merchant, Given.NOON.plusSeconds(3_000_000)));
        assertEquals(Optional.empty(), find(order).orElseThrow().dueAt());
    }

    @Test
    default void lists_what_a_merchant_handed_in_within_a_time_the_oldest_first() {
        MerchantId merchant = merchant();
        SimulatedOrder first = order(merchant, "R1", Given.NOON);
        SimulatedOrder second = order(merchant, "R2", Given.NOON);
        add(first);
        add(second);
        add(order(merchant(), "R3", Given.NOON));

        assertEquals(List.of(first, second), taken(merchant, "capture", Given.NOON, Given.NOON.plusMillis(1), 10));
        assertEquals(List.of(first), taken(merchant, "capture", Given.NOON, Given.NOON.plusMillis(1), 1));
        assertEquals(List.of(), taken(merchant, "capture", Given.NOON.minusMillis(1), Given.NOON, 10));
        assertEquals(List.of(), taken(merchant, "capture", Given.NOON.plusMillis(1), Given.NOON.plusMillis(2), 10));
        assertEquals(List.of(), taken(merchant, "payout", Given.NOON, Given.NOON.plusMillis(1), 10));
    }

    private List<SimulatedOrder> taken(MerchantId merchant, String operation, Instant from, Instant until, int limit) {
        return store().simulatedOrders().taken(merchant, operation, from, until, limit);
    }

    @Test
    default void lets_one_of_many_win_that_ask_the_same_at_once() {
        MerchantId merchant = merchant();
        List<SimulatedOrder> rivals = Stream.generate(() -> order(merchant, "R1", Given.NOON))
                .limit(8)
                .toList();

        List<Optional<SimulatedOrder>> answers = AtOnce.all(rivals, this::add);

        SimulatedOrder winner = find(rivals.getFirst()).orElseThrow();
        for (int i = 0; i < rivals.size(); i++) {
            assertEquals(rivals.get(i).equals(winner) ? Optional.empty() : Optional.of(winner), answers.get(i));
        }
    }
}
