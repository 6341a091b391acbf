package io.quittance.bootstrap.faults;

import io.quittance.bootstrap.faults.Order.Kind;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/** Begins the orders of a run, one after the other at a steady pace. */
final class Client {
    private static final int SENDERS = 48;
    private static final Duration ANSWERED_MEANWHILE = Duration.ofMinutes(2);

    private final Orders orders;
    private final Asker asker;
    private final Payers payers;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch done = new CountDownLatch(SENDERS);

    Client(Orders orders, Asker asker, Payers payers) {
        this.orders = orders;
        this.asker = asker;
        this.payers = payers;
    }

    /**
     * Comes back when all that were begun are answered, or some time after the last was begun.
     *
     * @param goOn whether the order of that number is to be sent; the first no ends it
     */
    void run(double perSecond, IntPredicate goOn) throws InterruptedException {
        long begun = System.nanoTime();
        for (int i = 0; i < SENDERS; i++) {
            Thread.ofVirtual().start(() -> {
                try {
                    for (int number = next(goOn); number >= 0; number = next(goOn)) {
                        long due = begun
                                + (long) (number
                                        / perSecond
                                        * Duration.ofSeconds(1).toNanos());
                        Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                        begin(orders.of(number));
                    }
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                } finally {
                    done.countDown();
                }
            });
        }
        while (!done.await(1, TimeUnit.SECONDS) && goOn.test(next.get())) {
            // Some are still to come.
        }
        done.await(ANSWERED_MEANWHILE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Comes back when all that were begun are answered, or have given up. */
    void finish() throws InterruptedException {
        done.await();
    }

    private synchronized int next(IntPredicate goOn) {
        return goOn.test(next.get()) ? next.getAndIncrement() : -1;
    }

    private void begin(Order order) throws InterruptedException {
        if (order.kind() == Kind.PAYMENT) {
            payers.pay(order);
        } else {
            asker.ask(order);
        }
    }

    /** How many orders were begun. */
    int begun() {
        return next.get();
    }
}
