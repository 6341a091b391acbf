package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Factory;
import io.quittance.application.key.BodyKeys;
import io.quittance.application.key.ChangeBodyKeys;
import io.quittance.application.key.EncryptBodiesAgain;
import io.quittance.application.key.StoredBodies;
import io.quittance.application.shard.Leases;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Ticker;
import io.quittance.application.transaction.Transactions;
import io.quittance.bootstrap.keys.HeldBodyKeys;
import io.quittance.bootstrap.management.BodyKeyDesk;
import io.quittance.persistence.StoredBodyTables;
import io.quittance.persistence.bodies.JdbcBodyKeys;
import io.quittance.persistence.bodies.JdbcStoredBodies;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** How the key of stored bodies is changed. */
@Factory
final class BodyKeyBeans {
    @Singleton
    BodyKeys bodyKeys(Store store) {
        return new JdbcBodyKeys(store.database().sql());
    }

    @Singleton
    StoredBodies storedBodies(Store store) {
        return new JdbcStoredBodies(store.database(), store.cipher(), StoredBodyTables.ALL);
    }

    @Singleton
    ChangeBodyKeys changeBodyKeys(BodyKeys keys, Transactions transactions, InstantSource clock) {
        return new ChangeBodyKeys(keys, transactions, clock);
    }

    @Singleton
    EncryptBodiesAgain encryptBodiesAgain(
            BodyKeys keys, StoredBodies bodies, Transactions transactions, InstantSource clock) {
        return new EncryptBodiesAgain(keys, bodies, transactions, clock);
    }

    @Singleton
    HeldBodyKeys heldBodyKeys(Store store) {
        return store.bodyKeys();
    }

    @Singleton
    BodyKeyDesk bodyKeyDesk(HeldBodyKeys held, BodyKeys keys, ChangeBodyKeys change, StoredBodies bodies) {
        return new BodyKeyDesk(held, keys, change, bodies, BodyKeyDesk.PATIENCE);
    }

    /** Of several instances the one that holds the first shard encrypts again. */
    @Singleton
    BodyKeyTurns bodyKeyTurns(
            HeldBodyKeys held, ChangeBodyKeys change, EncryptBodiesAgain again, Leases leases, Ticker ticker) {
        Shard first = Shard.all().getFirst();
        return new BodyKeyTurns(held, change, again, () -> leases.of(first).isPresent(), ticker);
    }
}
