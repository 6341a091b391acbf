package io.quittance.bootstrap.faults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Payers, who authorize orders at upstream, and the merchants' applications that all want something of such an order. */
final class Payers {
    private static final int LATE_MILLIS = 2_000;
    private static final long LOOKS_MILLIS = 100;
    private static final Duration KNOWN_WITHIN = Duration.ofMinutes(10);

    private final Dice dice;
    private final Orders orders;
    private final Teller teller;
    private final Asker asker;
    private final Ledger ledger;

    Payers(Dice dice, Orders orders, Teller teller, Asker asker, Ledger ledger) {
        this.dice = dice;
        this.orders = orders;
        this.teller = teller;
        this.asker = asker;
        this.ledger = ledger;
    }

    /** Comes back when all who want something of it have their answers. */
    void pay(Order payment) throws InterruptedException {
        Optional<Race> race = orders.race(payment);
        List<Order> rivals = race.map(Race::rivals).orElse(List.of());
        switch (race.map(Race::begins).orElse(Race.Begins.MEANWHILE)) {
            case ONCE_KNOWN -> {
                teller.tell(payment, "");
                awaitKnown(payment);
                atOnce(rivals);
            }
            case MEANWHILE -> {
                teller.tell(payment, "");
                atOnce(rivals);
            }
            case BEFORE -> {
                atOnce(rivals);
                teller.tell(payment, "");
            }
        }
        Optional<Order> late = race.flatMap(Race::late);
        if (late.isPresent()) {
            Thread.sleep(dice.about("late", payment.number()).nextInt(LATE_MILLIS));
            asker.ask(late.get());
        }
    }

    private void awaitKnown(Order payment) throws InterruptedException {
        long deadline = System.nanoTime() + KNOWN_WITHIN.toNanos();
        while (!ledger.knows(payment.number())) {
            if (System.nanoTime() > deadline) {
                ledger.faults.add(payment.id() + ": told for " + KNOWN_WITHIN + " and not taken in");
                return;
            }
            Thread.sleep(LOOKS_MILLIS);
        }
    }

    private void atOnce(List<Order> rivals) throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(rivals.size());
        for (Order rival : rivals) {
            Thread.ofVirtual().start(() -> {
                try {
                    asker.ask(rival);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                } finally {
                    answered.countDown();
                }
            });
        }
        answered.await();
    }
}
