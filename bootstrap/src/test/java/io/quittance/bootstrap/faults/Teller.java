package io.quittance.bootstrap.faults;

import io.quittance.bootstrap.endtoend.Rsa;
import io.quittance.bootstrap.faults.Ledger.News;
import io.quittance.bootstrap.faults.Order.Ending;
import io.quittance.bootstrap.faults.Order.Told;
import io.quittance.bootstrap.faults.Order.Told.Form;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells the gateway's instances what upstream has to say, again and again until each message is acknowledged. */
final class Teller {
    private static final int SOON_MILLIS = 1_500;
    private static final long AGAIN_MILLIS = 400;

    /** A notification that comes before the answer may not hold it up for ever. */
    private static final long FIRST_WITHIN_SECONDS = 4;

    private final Dice dice;
    private final List<Shop> shops;
    private final List<Line> fronts;
    private final Shop.Upstream keys;
    private final Ledger ledger;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<Integer, CountDownLatch> firsts = new ConcurrentHashMap<>();
    private final Map<Integer, Ending> stands = new ConcurrentHashMap<>();
    private volatile boolean over;

    /** @param fronts the lines to the instances */
    Teller(Dice dice, List<Shop> shops, List<Line> fronts, Shop.Upstream keys, Ledger ledger) {
        this.dice = dice;
        this.shops = shops;
        this.fronts = fronts;
        this.keys = keys;
        this.ledger = ledger;
    }

    /** Begins to tell of an order. @param relayed where, of one that was passed on */
    void tell(Order order, String relayed) {
        open.incrementAndGet();
        firsts.put(order.number(), new CountDownLatch(1));
        Thread.ofVirtual().start(() -> {
            try {
                if (order.telling() != Order.Telling.BEFORE_THE_ANSWER) {
                    Thread.sleep(dice.about("soon", order.number()).nextInt(SOON_MILLIS));
                }
                List<Told> tale = order.tale();
                for (int i = 0; i < tale.size() && !over; i++) {
                    tellAll(order, relayed, tale.get(i), i);
                    firsts.get(order.number()).countDown();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                open.decrementAndGet();
            }
        });
    }

    void awaitFirst(Order order) throws InterruptedException {
        firsts.get(order.number()).await(FIRST_WITHIN_SECONDS, TimeUnit.SECONDS);
    }

    /** How an order stands upstream, as far as it was told; one of which nothing is told, stands as it ends. */
    Optional<Ending> stands(Order order) {
        return order.telling() == Order.Telling.NEVER
                ? Optional.of(order.ending())
                : Optional.ofNullable(stands.get(order.number()));
    }

    /** How many tales are not at their end. */
    int open() {
        return open.get();
    }

    /** Nothing more is told. */
    void stop() {
        over = true;
    }

    private void tellAll(Order order, String relayed, Told told, int place) throws InterruptedException {
        if (told.copies() > 1) {
            ledger.count("misdeed of upstream: tells " + "many times", told.copies() - 1);
        }
        if (told.form() != Form.TRUE) {
            ledger.count("misdeed of upstream: tells " + told.form());
        }
        CountDownLatch all = new CountDownLatch(told.copies());
        for (int copy = 0; copy < told.copies(); copy++) {
            SplittableRandom random = dice.about("told", order.number(), place, copy);
            Thread.ofVirtual().start(() -> {
                try {
                    tellUntilAnswered(order, relayed, told, random);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                } finally {
                    all.countDown();
                }
            });
        }
        all.await();
        if (told.form() == Form.TRUE && !contradicts(order, told.status())) {
            stands.merge(order.number(), told.status(), (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
    }

    private static boolean contradicts(Order order, Ending status) {
        return (order.ending() == Ending.FAILED) != (status == Ending.FAILED);
    }

    private void tellUntilAnswered(Order order, String relayed, Told told, SplittableRandom random)
            throws InterruptedException {
        Shop shop = shops.get(order.shop());
        byte[] whole = Words.news(order, shop, told);
        byte[] body = told.form() == Form.TRUNCATED ? Arrays.copyOf(whole, whole.length / 2) : whole;
        String sign = told.form() == Form.FORGED
                ? Rsa.sign(keys.ours().getPrivate(), body)
                : Rsa.sign(keys.theirs().getPrivate(), whole);
        String path = Words.callback(order, shop, relayed);
        while (!over) {
            long begun = System.nanoTime();
            try {
                int port = fronts.get(random.nextInt(fronts.size())).port();
                Post.Answered answer = Post.send(port, path, body, sign);
                boolean acknowledged =
                        answer.status() == 200 && Dialect.of(order).acknowledgedBy(answer.body());
                if (answer.status() == 200 && !acknowledged) {
                    ledger.faults.add(order.id() + ": upstream was answered in the other dialect: " + answer.text());
                }
                ledger.told(new News(order.number(), told, acknowledged, begun, System.nanoTime()));
                boolean judged = told.form() == Form.FORGED || told.form() == Form.TRUNCATED;
                if (acknowledged || judged && answer.status() < 500) {
                    return;
                }
            } catch (IOException _) {
                ledger.told(new News(order.number(), told, false, begun, System.nanoTime()));
            }
            Thread.sleep(AGAIN_MILLIS + random.nextInt((int) AGAIN_MILLIS));
        }
    }
}
