package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Factory;
import io.quittance.application.capture.CaptureService.Bells;
import io.quittance.application.capture.SubmitCapture;
import io.quittance.application.errand.Errand;
import io.quittance.application.errand.Errands;
import io.quittance.application.journal.Journal;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.notification.Delivery;
import io.quittance.application.notification.DeliveryService;
import io.quittance.application.notification.GatewaySignature;
import io.quittance.application.notification.NotificationOutbox;
import io.quittance.application.notification.NotificationSender;
import io.quittance.application.shard.Leases;
import io.quittance.application.shard.QueueWorker;
import io.quittance.application.shard.Shards;
import io.quittance.application.transaction.Transactions;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Who works off what is owed. */
@Factory
final class QueueBeans {
    /** Named by chance, so that a restarted instance is never taken for the one before. */
    @Singleton
    Leases leases(Shards shards, SecureRandom random) {
        return new Leases(shards, Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong()));
    }

    @Singleton
    DeliveryService deliveryService(
            NotificationOutbox outbox,
            Journal journal,
            Merchants merchants,
            Shards shards,
            Transactions transactions,
            GatewaySignature signature,
            NotificationSender sender,
            InstantSource clock) {
        return new DeliveryService(outbox, journal, merchants, shards, transactions, signature, sender, clock);
    }

    /**
     * The two workers. What concerns one app shares a lane, deliveries too: apps that are told at one host, as on a
     * platform for shops, must not wait for each other's dead endpoints.
     */
    record Workers(QueueWorker<Errand> errands, QueueWorker<Delivery> deliveries) {}

    @Singleton
    Workers workers(
            Leases leases,
            Errands errands,
            SubmitCapture submit,
            NotificationOutbox outbox,
            DeliveryService deliver,
            InstantSource clock,
            Bells bells) {
        return new Workers(
                new QueueWorker<>(
                        "errands",
                        leases,
                        errands::due,
                        errand -> errand.merchant().toString(),
                        submit::run,
                        clock,
                        bells.errands()),
                new QueueWorker<>(
                        "deliveries",
                        leases,
                        outbox::due,
                        delivery -> delivery.merchant().toString(),
                        deliver::attempt,
                        clock,
                        bells.deliveries()));
    }
}
