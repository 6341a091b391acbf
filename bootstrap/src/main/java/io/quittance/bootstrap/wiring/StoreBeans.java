package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Factory;
import io.quittance.application.errand.Errands;
import io.quittance.application.journal.Discrepancies;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.KeepMisunderstood;
import io.quittance.application.key.KeyUses;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.notification.NotificationOutbox;
import io.quittance.application.request.ForgetSpentRequests;
import io.quittance.application.request.SpendRequest;
import io.quittance.application.request.SpentRequests;
import io.quittance.application.retention.ForgetOldOrders;
import io.quittance.application.shard.Arrivals;
import io.quittance.application.shard.Bells;
import io.quittance.application.shard.HeldLanes;
import io.quittance.application.shard.Leases;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Shards;
import io.quittance.application.shard.Ticker;
import io.quittance.application.transaction.Transactions;
import io.quittance.application.upstream.MarkOverdue;
import io.quittance.bootstrap.management.KeptBackups;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.http.wire.Strangers;
import io.quittance.persistence.OrderHeads;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.errand.JdbcErrands;
import io.quittance.persistence.instance.JdbcKeyUses;
import io.quittance.persistence.journal.JdbcDiscrepancies;
import io.quittance.persistence.journal.JdbcJournal;
import io.quittance.persistence.notification.JdbcOutbox;
import io.quittance.persistence.request.JdbcSpentRequests;
import io.quittance.persistence.retention.JdbcOldOrders;
import io.quittance.persistence.shard.JdbcArrivals;
import io.quittance.persistence.shard.JdbcHeldLanes;
import io.quittance.persistence.shard.JdbcShards;
import io.quittance.persistence.transaction.JdbcTransactions;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** What is kept in the database and is no feature's own. */
@Factory
final class StoreBeans {
    @Singleton
    BodyCipher cipher(Store store) {
        return store.cipher();
    }

    @Singleton
    Transactions transactions(Store store) {
        return new JdbcTransactions(store.database().sql(), new SecureRandom());
    }

    @Singleton
    Journal journal(Store store) {
        return new JdbcJournal(store.database().sql(), store.cipher(), OrderHeads.ALL, store.chain());
    }

    @Singleton
    Discrepancies discrepancies(Store store) {
        return new JdbcDiscrepancies(store.database().sql(), store.cipher());
    }

    @Singleton
    Errands errands(Store store) {
        return new JdbcErrands(store.database().work(), Release.number());
    }

    @Singleton
    NotificationOutbox outbox(Store store) {
        return new JdbcOutbox(store.database().work(), store.cipher(), OrderHeads.ALL, Release.number());
    }

    @Singleton
    Books books(
            Journal journal,
            NotificationOutbox outbox,
            Errands errands,
            Discrepancies discrepancies,
            SpentRequests spent) {
        return new Books(journal, outbox, errands, discrepancies, spent);
    }

    @Singleton
    Office office(Transactions transactions, Books books, InstantSource clock, Bells bells) {
        return new Office(transactions, books, clock, bells);
    }

    @Singleton
    SpentRequests spentRequests(Store store) {
        return new JdbcSpentRequests(store.database().sql());
    }

    @Singleton
    SpendRequest spendRequest(SpentRequests spent, Transactions transactions, InstantSource clock) {
        return new SpendRequest(spent, transactions, clock);
    }

    @Singleton
    ForgetOldOrders forgetOldOrders(Store store, Settings settings, Transactions transactions, InstantSource clock) {
        return new ForgetOldOrders(
                new JdbcOldOrders(store.database(), OrderHeads.ALL), settings.keeping(), transactions, clock);
    }

    /** Of several instances the one that holds the first shard forgets old orders and marks late ones; two at once would do no harm. */
    @Singleton
    Sweeping sweeping(
            ForgetSpentRequests requests,
            ForgetOldOrders orders,
            MarkOverdue overdue,
            KeptBackups backups,
            Strangers strangers,
            KeyUses uses,
            Leases leases,
            Ticker ticker) {
        Shard first = Shard.all().getFirst();
        return new Sweeping(
                requests,
                orders,
                overdue,
                backups::forget,
                strangers::tell,
                uses::keep,
                () -> leases.of(first).isPresent(),
                ticker);
    }

    @Singleton
    KeyUses keyUses(Store store, InstantSource clock) {
        return new KeyUses(new JdbcKeyUses(store.database().sql()), clock);
    }

    @Singleton
    ForgetSpentRequests forgetSpentRequests(SpentRequests spent, Transactions transactions, InstantSource clock) {
        return new ForgetSpentRequests(spent, transactions, clock);
    }

    @Singleton
    KeepMisunderstood misunderstood(Discrepancies discrepancies, Transactions transactions, InstantSource clock) {
        return new KeepMisunderstood(discrepancies, transactions, clock);
    }

    @Singleton
    Shards shards(Store store, InstantSource clock) {
        return new JdbcShards(store.database(), clock, store.bodyKeys()::names);
    }

    @Singleton
    HeldLanes heldEndpoints(Store store) {
        return new JdbcHeldLanes(store.database().sql(), "delivery");
    }

    @Singleton
    Arrivals arrivals(Store store) {
        return new JdbcArrivals(store.database());
    }
}
