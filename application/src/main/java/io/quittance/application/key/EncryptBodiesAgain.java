package io.quittance.application.key;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.quittance.application.key.BodyKey.State;
import io.quittance.application.key.BodyKey.Work;
import io.quittance.application.key.StoredBodies.Step;
import io.quittance.application.shard.Leases;
import io.quittance.application.transaction.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Encrypts the bodies of a key that is retired again, in small units of work, each of which also keeps how far it came: so it goes on
 * where it was, whoever is killed, and two at once do no harm.
 */
public final class EncryptBodiesAgain {
    /** So long at most a unit of work goes on that began when its instance still encrypted with the key before. */
    static final Duration LINGERING = Duration.ofSeconds(20);

    /** Bodies of one unit of work: a hundred kilobytes or two, and locks of some milliseconds. */
    private static final int LIMIT = 200;

    private static final System.Logger LOG = System.getLogger(EncryptBodiesAgain.class.getName());

    private final BodyKeys keys;
    private final StoredBodies bodies;
    private final Transactions transactions;
    private final InstantSource clock;

    public EncryptBodiesAgain(BodyKeys keys, StoredBodies bodies, Transactions transactions, InstantSource clock) {
        this.keys = keys;
        this.bodies = bodies;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Goes on until nothing is left, or no longer.
     *
     * @param goOn asked between two steps, and may wait as long as it likes
     */
    public void run(BooleanSupplier goOn) {
        boolean more = true;
        while (more) {
            Optional<BodyKey> key = ready();
            more = key.isPresent() && step(key.get()) && goOn.getAsBoolean();
        }
    }

    /** The one that is to be worked on, once nobody encrypts with it any more. */
    private Optional<BodyKey> ready() {
        BodyKeyRing ring = new BodyKeyRing(keys.all());
        return ring.retiring().filter(key -> key.work().seen() > 0 || nobodyWritesWith(key, ring));
    }

    private boolean nobodyWritesWith(BodyKey key, BodyKeyRing ring) {
        return ring.writing()
                        .flatMap(BodyKey::writesSince)
                        .filter(since -> !clock.instant().isBefore(since.plus(LINGERING)))
                        .isPresent()
                && keys.readers(Leases.SPAN).stream()
                        .allMatch(one -> one.writesWith()
                                .filter(its -> !its.equals(key.id()))
                                .isPresent());
    }

    /** @return whether to go on */
    private boolean step(BodyKey key) {
        Step step;
        try {
            step = transactions.inOne(() -> {
                Step some = bodies.step(key.id(), key.work().place(), LIMIT);
                if (!keys.advance(key, key.work().after(some))) {
                    throw new Overtaken();
                }
                return some;
            });
        } catch (Overtaken _) {
            return false;
        }
        step.aside().forEach(place -> LOG.log(WARNING, "not encrypted again, and left as it is: {0}", place));
        return step.next().isPresent() || end(key, step);
    }

    /** A turn is over. @return whether there is another one */
    private boolean end(BodyKey key, Step last) {
        Work work = key.work().after(last);
        if (work.missed() > 0) {
            return transactions.inOne(() -> keys.advance(key.with(work), work.again()));
        }
        boolean freed = transactions.inOne(() -> {
            Optional<BodyKey> now = keys.lock().stream()
                    .filter(one -> one.id().equals(key.id()) && one.state() == State.RETIRING)
                    .findFirst();
            now.ifPresent(one -> keys.keep(one.become(State.FREE)));
            return now.isPresent();
        });
        if (freed) {
            LOG.log(
                    INFO,
                    "no body needs the body key {0} any more ({1} encrypted again, {2} cannot be read): its line may"
                            + " go from the key files",
                    ChangeBodyKeys.shown(key),
                    work.done(),
                    work.aside());
        }
        return false;
    }

    /** Undoes a unit of work that another did, too. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("another instance encrypts bodies again");
        }
    }
}
