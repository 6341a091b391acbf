package io.quittance.bootstrap.wiring;

import io.quittance.application.request.ForgetSpentRequests;
import io.quittance.application.retention.ForgetOldOrders;
import io.quittance.application.retention.Forgotten;
import io.quittance.application.shard.Ticker;
import io.quittance.application.upstream.MarkOverdue;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done from time to time, whatever goes on. It clears away what needs no longer be known, twice a minute of requests,
 * once an hour of orders, every five minutes of backups, and each minute marks what is overdue. A failure leaves it to the next time.
 */
final class Sweeping implements AutoCloseable {
    private static final Duration REQUESTS = Duration.ofSeconds(30);
    private static final Duration OVERDUE = Duration.ofMinutes(1);
    private static final Duration STRANGERS = Duration.ofSeconds(10);
    private static final Duration KEY_USES = Duration.ofSeconds(10);
    private static final Duration BACKUPS = Duration.ofMinutes(5);
    private static final Duration ORDERS = Duration.ofHours(1);

    /** Not while an instance starts, when everybody waits for it. */
    private static final Duration FIRST_ORDERS = Duration.ofMinutes(1);

    private static final Duration FIRST_OVERDUE = Duration.ofSeconds(20);

    /** After each step with orders: twenty of them at three a second are enough for five millions a day. */
    private static final Duration LEAST_REST = Duration.ofMillis(250);

    /** So the database does something else four fifths of the time, however slow it is. */
    private static final int REST_TIMES_WORK = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);

    private final ForgetSpentRequests requests;
    private final ForgetOldOrders orders;
    private final MarkOverdue overdue;
    private final Runnable backups;
    private final Runnable strangers;
    private final Runnable keyUses;
    private final BooleanSupplier ours;
    private final Ticker ticker;
    private final Rests rests = new Rests();

    /**
     * @param backups removes what nobody fetched of them
     * @param strangers tells the log how many came
     * @param keyUses keeps when keys were last used
     * @param ours whether old orders are this instance's matter now, and not another one's
     */
    Sweeping(
            ForgetSpentRequests requests,
            ForgetOldOrders orders,
            MarkOverdue overdue,
            Runnable backups,
            Runnable strangers,
            Runnable keyUses,
            BooleanSupplier ours,
            Ticker ticker) {
        this.requests = requests;
        this.orders = orders;
        this.overdue = overdue;
        this.backups = backups;
        this.strangers = strangers;
        this.keyUses = keyUses;
        this.ours = ours;
        this.ticker = ticker;
    }

    void start() {
        Thread.ofVirtual()
                .name("sweeping")
                .start(() -> every(REQUESTS, REQUESTS, "spent requests could not be cleared away", requests::forget));
        Thread.ofVirtual()
                .name("backups")
                .start(() -> every(Duration.ZERO, BACKUPS, "old backups could not be cleared away", backups));
        Thread.ofVirtual()
                .name("strangers")
                .start(() -> every(STRANGERS, STRANGERS, "strangers could not be told of", strangers));
        Thread.ofVirtual()
                .name("key uses")
                .start(() -> every(KEY_USES, KEY_USES, "the last uses of keys could not be kept", keyUses));
        Thread.ofVirtual()
                .name("forgetting")
                .start(() -> every(FIRST_ORDERS, ORDERS, "old orders could not be cleared away", this::forget));
        Thread.ofVirtual()
                .name("overdue")
                .start(() -> every(FIRST_OVERDUE, OVERDUE, "overdue orders could not be marked", this::mark));
    }

    private void every(Duration first, Duration span, String what, Runnable work) {
        for (boolean open = rests.rest(first); open; open = rests.rest(span)) {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("{}, and are the next time: {}", what, e.getMessage());
            }
        }
    }

    private void mark() {
        if (ours.getAsBoolean()) {
            overdue.sweep(resting());
        }
    }

    private void forget() {
        if (ours.getAsBoolean()) {
            Forgotten forgotten = orders.forget(resting()::getAsBoolean);
            if (!forgotten.nothing()) {
                LOG.info("old orders forgotten: {}", forgotten);
            }
        }
    }

    private BooleanSupplier resting() {
        return rests.between(ticker, REST_TIMES_WORK, LEAST_REST, ours);
    }

    @Override
    public void close() {
        rests.close();
    }
}
