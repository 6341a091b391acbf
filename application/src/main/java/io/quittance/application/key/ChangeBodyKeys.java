package io.quittance.application.key;

import static java.lang.System.Logger.Level.INFO;

import io.quittance.application.key.BodyKey.State;
import io.quittance.application.key.BodyKeyRing.Outcome;
import io.quittance.application.key.BodyKeys.Reader;
import io.quittance.application.registration.Deed;
import io.quittance.application.shard.Leases;
import io.quittance.application.transaction.Transactions;
import io.quittance.domain.key.KeyRing;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Which key stored bodies are encrypted with; decided in the database, for all instances. */
public final class ChangeBodyKeys {
    private static final System.Logger LOG = System.getLogger(ChangeBodyKeys.class.getName());

    private final BodyKeys keys;
    private final Transactions transactions;
    private final InstantSource clock;

    public ChangeBodyKeys(BodyKeys keys, Transactions transactions, InstantSource clock) {
        this.keys = keys;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome add(String id, Deed deed) {
        return change(BodyKeyRing::add, id, deed);
    }

    public Outcome retire(String said, Deed deed) {
        return change(BodyKeyRing::retire, said, deed);
    }

    @FunctionalInterface
    private interface Wish {
        Outcome of(BodyKeyRing ring, String key, Deed deed);
    }

    private Outcome change(Wish wish, String key, Deed deed) {
        return transactions.inOne(() -> {
            Outcome outcome = wish.of(new BodyKeyRing(keys.lock()), key, deed);
            if (outcome instanceof Outcome.Moved(var moved)) {
                keys.keep(moved);
            }
            return outcome;
        });
    }

    /** Instances that do not hold that key. */
    public List<Reader> lacking(String id) {
        return keys.readers(Leases.SPAN).stream().filter(one -> !one.reads(id)).toList();
    }

    /**
     * Lets the key that waits be the one that is encrypted with, if every instance holds it. Who comes meanwhile is seen, if it
     * joins the others before it looks at the keys under the same lock.
     *
     * @return whether it is now
     */
    public boolean decide() {
        Optional<BodyKey> decided = transactions.inOne(() -> {
            BodyKeyRing ring = new BodyKeyRing(keys.lock());
            Optional<BodyKey> ready =
                    ring.waiting().filter(one -> lacking(one.id()).isEmpty());
            ready.ifPresent(one -> {
                ring.writing().ifPresent(old -> keys.keep(old.become(State.READING)));
                keys.keep(one.writing(clock.instant()));
            });
            return ready;
        });
        decided.ifPresent(one ->
                LOG.log(INFO, "every instance holds the body key {0}: bodies are encrypted with it", shown(one)));
        return decided.isPresent();
    }

    /** Whether a key waits for instances that do not hold it. */
    public boolean isWaiting() {
        return new BodyKeyRing(keys.all()).waiting().isPresent();
    }

    /** Under the lock of those who decide. */
    public List<BodyKey> settled() {
        return transactions.inOne(keys::lock);
    }

    static String shown(BodyKey key) {
        return KeyRing.shown(key.id());
    }
}
