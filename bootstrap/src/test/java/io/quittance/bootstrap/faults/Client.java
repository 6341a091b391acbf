package io.quittance.bootstrap.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.bootstrap.endtoend.Rsa;
import io.quittance.bootstrap.faults.Order.Kind;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** The merchants' applications: they ask for each order until it is accepted, now through this instance, now through that. */
final class Client {
    private static final int SENDERS = 48;
    private static final long AGAIN_MILLIS = 250;
    private static final Duration ACCEPTED_WITHIN = Duration.ofMinutes(10);

    /** After these the client knows nothing and asks again. */
    private static final Set<String> UNKNOWN = Set.of("SYSTEM_ERROR", "REQUEST_TIMEOUT", "UNEXPECTED_ERROR");

    private final Dice dice;
    private final List<Shop> shops;
    private final List<Line> fronts;
    private final IntFunction<Order> orders;
    private final PublicKey gateway;
    private final Ledger ledger;
    private final AtomicInteger next = new AtomicInteger();

    Client(
            Dice dice,
            List<Shop> shops,
            List<Line> fronts,
            IntFunction<Order> orders,
            PublicKey gateway,
            Ledger ledger) {
        this.dice = dice;
        this.shops = shops;
        this.fronts = fronts;
        this.orders = orders;
        this.gateway = gateway;
        this.ledger = ledger;
    }

    /**
     * Sends orders, one after the other at a steady pace, and comes back when all that were begun are accepted.
     *
     * @param goOn whether the order of that number is to be sent; the first no ends it
     */
    void run(double perSecond, IntPredicate goOn) throws InterruptedException {
        long begun = System.nanoTime();
        CountDownLatch done = new CountDownLatch(SENDERS);
        for (int i = 0; i < SENDERS; i++) {
            Thread.ofVirtual().start(() -> {
                try {
                    for (int number = next(goOn); number >= 0; number = next(goOn)) {
                        long due = begun
                                + (long) (number
                                        / perSecond
                                        * Duration.ofSeconds(1).toNanos());
                        Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                        sendUntilAccepted(orders.apply(number));
                    }
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
    }

    private synchronized int next(IntPredicate goOn) {
        return goOn.test(next.get()) ? next.getAndIncrement() : -1;
    }

    /** How many orders were begun. */
    int begun() {
        return next.get();
    }

    private void sendUntilAccepted(Order order) throws InterruptedException {
        SplittableRandom random = dice.about("client", order.number());
        long deadline = System.nanoTime() + ACCEPTED_WITHIN.toNanos();
        Shop shop = shops.get(order.shop());
        String last = "nothing";
        while (System.nanoTime() < deadline) {
            int port = fronts.get(random.nextInt(fronts.size())).port();
            try {
                ledger.sends(order.number());
                Post.Answered answer = shop.ask(port, Words.api(order), Words.request(order, shop));
                JsonNode json = Words.readAny(answer.body());
                last = json.path("code").asText() + " " + json.path("msg").asText();
                if (accepted(order, json)) {
                    keep(order, answer, json);
                    return;
                }
                if (refused(order, json)) {
                    ledger.faults.add(order.id() + ": refused with " + answer.text());
                    return;
                }
            } catch (IOException e) {
                last = e.toString();
            }
            Thread.sleep(AGAIN_MILLIS + random.nextInt((int) AGAIN_MILLIS));
        }
        ledger.faults.add(order.id() + ": not accepted within " + ACCEPTED_WITHIN + ", last answered " + last);
    }

    private static boolean accepted(Order order, JsonNode answer) {
        String code = answer.path("code").asText();
        return code.equals("APPLY_SUCCESS") || order.kind() == Kind.PAYOUT && code.equals("ORDER_REPEAT");
    }

    /** Of a link and of what is passed on, upstream's own words come back, and it may be asked again. */
    private static boolean refused(Order order, JsonNode answer) {
        String code = answer.path("code").asText();
        return order.kind() != Kind.LINK && order.kind() != Kind.RELAY && !code.isEmpty() && !UNKNOWN.contains(code);
    }

    private void keep(Order order, Post.Answered answer, JsonNode json) {
        if (!Rsa.verify(gateway, answer.body(), answer.sign())) {
            ledger.faults.add(order.id() + ": accepted with a signature that does not verify");
        }
        ledger.accepted.put(order.number(), Words.number(json));
    }
}
