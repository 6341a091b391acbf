package io.quittance.bootstrap.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.endtoend.Rsa;
import io.quittance.bootstrap.faults.Ledger.Arrived;
import io.quittance.bootstrap.faults.Ledger.Asked;
import io.quittance.bootstrap.faults.Ledger.News;
import io.quittance.bootstrap.faults.Ledger.Reply;
import io.quittance.bootstrap.faults.Order.Answering;
import io.quittance.bootstrap.faults.Order.Ending;
import io.quittance.bootstrap.faults.Order.Kind;
import io.quittance.bootstrap.faults.Order.Plan;
import io.quittance.bootstrap.faults.Order.Telling;
import io.quittance.bootstrap.faults.Order.Told;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the outside saw and what the tables hold of a few orders, as a test has it. What happens later is later by a millisecond. */
final class GivenRun {
    static final int SHOP = 2;
    static final int LEGACY_SHOP = 1;
    static final String AMOUNT = "12.50";

    private static final KeyPair GATEWAY = Rsa.newPair();

    final Ledger ledger = new Ledger();
    final List<String> stuck = new ArrayList<>();
    final Set<String> asking = new HashSet<>();
    final Set<String> contradicted = new HashSet<>();
    final Map<String, Hold> holds = new HashMap<>();
    private final Map<Kind, Map<String, Tables.Row>> rows = new EnumMap<>(Kind.class);
    private final List<Order> orders = new ArrayList<>();
    private final Map<Order, Race> races = new HashMap<>();
    private long now = 1;

    GivenRun() {
        Stream.of(Kind.values()).filter(kind -> kind != Kind.RELAY).forEach(kind -> rows.put(kind, new HashMap<>()));
    }

    /** An order of a shop, of which nothing has happened yet. */
    Order order(Kind kind, Ending ending, int shop) {
        Order order = rival(orders.size(), kind, ending, shop, AMOUNT);
        orders.add(order);
        return order;
    }

    Order order(Kind kind, Ending ending) {
        return order(kind, ending, SHOP);
    }

    /** A payout that upstream refuses, so that it fails and its number is free again. */
    Order refusedPayout() {
        Order taken = order(Kind.PAYOUT, Ending.FAILED);
        Order refused = new Order(
                taken.number(),
                Kind.PAYOUT,
                taken.shop(),
                taken.id(),
                taken.outTradeNo(),
                AMOUNT,
                new Plan(Ending.FAILED, Answering.REFUSES, Telling.PLAINLY));
        orders.set(taken.number(), refused);
        return refused;
    }

    /** An order of that amount that is not one of the run's own, but asked for in a race. */
    static Order rival(int number, Kind kind, Ending ending, int shop, String amount) {
        String id = "F1_" + number;
        return new Order(number, kind, shop, id, id, amount, new Plan(ending, Answering.TAKES, Telling.PLAINLY));
    }

    void race(Race race) {
        races.put(race.payment(), race);
    }

    /** An order whose whole story is as it should be. */
    Order ended(Kind kind, Ending ending) {
        return ended(kind, ending, SHOP);
    }

    Order ended(Kind kind, Ending ending, int shop) {
        Order order = order(kind, ending, shop);
        end(order);
        return order;
    }

    void end(Order order) {
        if (order.kind() != Kind.PAYMENT) {
            accepted(order);
            sent(order, "TAKES");
        }
        for (Told told : order.tale()) {
            news(order, told, true);
            arrives(order, told.status());
        }
        row(order, order.ending().name());
    }

    void accepted(Order order) {
        ledger.sends(order.number());
        ledger.answered.put(order.number(), Reply.accepted(no(order), later()));
    }

    void refused(Order order, String code) {
        ledger.sends(order.number());
        ledger.answered.put(order.number(), Reply.refused(code, later()));
    }

    /** Our number of an order. */
    static String no(Order order) {
        return "N-" + order.id();
    }

    /** A call at upstream that hands the order over. @param answer what upstream did */
    void sent(Order order, String answer) {
        asked(order, Asked.Sort.SUBMIT, answer);
    }

    void asked(Order order, Asked.Sort sort, String answer) {
        ledger.asked.add(new Asked(order.number(), sort, answer, Optional.empty(), later()));
    }

    void news(Order order, Told told, boolean acknowledged) {
        ledger.told(new News(order.number(), told, acknowledged, later(), later()));
    }

    void row(Order order, String state) {
        row(order, state, false);
    }

    void row(Order order, String state, boolean overdue) {
        rows.get(order.kind()).put(order.id(), new Tables.Row(no(order), state, overdue));
    }

    void noRow(Order order) {
        rows.get(order.kind()).remove(order.id());
    }

    void arrives(Order order, Ending ending) {
        arrives(order, ending, true);
    }

    void arrives(Order order, Ending ending, boolean acknowledged) {
        Dialect dialect = Dialect.of(order);
        arrives(order.shop(), order, ending, notice(order, ending, dialect, no(order), order.amount()), acknowledged);
    }

    /** A message that is signed as it should be. */
    void arrives(int shop, Order order, Ending ending, String body, boolean acknowledged) {
        String sign = Rsa.sign(GATEWAY.getPrivate(), body.getBytes(UTF_8));
        ledger.arrived.add(
                new Arrived(shop, order.id(), ending.name(), body.getBytes(UTF_8), sign, acknowledged, later()));
    }

    static String notice(Order order, Ending ending, Dialect dialect, String number, String amount) {
        return switch (dialect) {
            case LEGACY ->
                new String(LegacyWords.news(order, ending, amount), UTF_8).replace("UP-" + order.id(), number);
            case ENVELOPED -> """
                {"data":{"requestId":"%s","captureNo":"%s","amount":"%s","status":"%s"}}\
                """.formatted(order.id(), number, amount, ending);
        };
    }

    void passes(Duration time) {
        now += time.toNanos();
    }

    private long later() {
        passes(Duration.ofMillis(1));
        return now;
    }

    private Judge judge() {
        return new Judge(
                ledger,
                new Orders(orders::get, payment -> Optional.ofNullable(races.get(payment))),
                orders.size(),
                GATEWAY.getPublic());
    }

    /** All that is wrong. */
    List<String> judged() {
        Judge judge = judge();
        return Stream.of(
                        judge.outside(),
                        judge.inside(new Tables(rows, asking, stuck, contradicted, holds)),
                        judge.messages())
                .flatMap(List::stream)
                .toList();
    }

    /** @param part of the one thing that must be found */
    void finds(String part) {
        List<String> wrong = judged();
        assertTrue(wrong.stream().anyMatch(one -> one.contains(part)), () -> part + " is not among " + wrong);
    }

    void findsNothing() {
        assertEquals(List.of(), judged());
    }

    List<String> owed() {
        return judge().owed();
    }
}
