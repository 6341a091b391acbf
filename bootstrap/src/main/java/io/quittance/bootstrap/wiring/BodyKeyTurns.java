package io.quittance.bootstrap.wiring;

import io.quittance.application.key.BodyKeyRing;
import io.quittance.application.key.ChangeBodyKeys;
import io.quittance.application.key.EncryptBodiesAgain;
import io.quittance.application.shard.Ticker;
import io.quittance.bootstrap.keys.HeldBodyKeys;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What goes on behind a change of the body key: each instance looks into its file, and one of them encrypts again. */
final class BodyKeyTurns implements AutoCloseable {
    /** Each is a statement of an instance that has nothing else to do; a change of the key is not waited for by the second. */
    private static final Duration LOOKS = Duration.ofSeconds(4);

    private static final Duration LEAST_REST = Duration.ofMillis(2);

    /** As long as the step took, so that half of the time is left to others. */
    private static final int REST_TIMES_WORK = 1;

    private static final Logger LOG = LoggerFactory.getLogger(BodyKeyTurns.class);

    private final HeldBodyKeys held;
    private final ChangeBodyKeys change;
    private final EncryptBodiesAgain again;
    private final BooleanSupplier ours;
    private final Ticker ticker;
    private final Rests rests = new Rests();

    /** @param ours whether this instance is the one of several that encrypts again; two at once would do no harm */
    BodyKeyTurns(
            HeldBodyKeys held, ChangeBodyKeys change, EncryptBodiesAgain again, BooleanSupplier ours, Ticker ticker) {
        this.held = held;
        this.change = change;
        this.again = again;
        this.ours = ours;
        this.ticker = ticker;
    }

    void start() {
        Thread.ofVirtual().name("body keys").start(() -> every("the body keys could not be looked at", this::look));
        Thread.ofVirtual().name("bodies").start(() -> every("bodies could not be encrypted again", this::encrypt));
    }

    private void every(String what, Runnable work) {
        String told = "";
        while (rests.rest(LOOKS)) {
            try {
                work.run();
                told = "";
            } catch (RuntimeException e) {
                String why = String.valueOf(e.getMessage());
                if (!why.equals(told)) {
                    LOG.warn("{}, and are again: {}", what, why);
                }
                told = why;
            }
        }
    }

    private void look() {
        BodyKeyRing ring = held.look();
        if (ring.waiting().isPresent() && change.decide()) {
            held.look();
        }
    }

    /** Asks the database nothing unless there is something to do, of what the look before has seen. */
    private void encrypt() {
        if (held.seen().retiring().isPresent() && ours.getAsBoolean()) {
            again.run(rests.between(ticker, REST_TIMES_WORK, LEAST_REST, ours));
        }
    }

    @Override
    public void close() {
        rests.close();
    }
}
