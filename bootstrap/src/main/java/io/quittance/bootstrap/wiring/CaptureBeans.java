package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Factory;
import io.quittance.application.capture.CaptureIds;
import io.quittance.application.capture.CaptureMoves;
import io.quittance.application.capture.CaptureService;
import io.quittance.application.capture.CaptureService.Bells;
import io.quittance.application.capture.Captures;
import io.quittance.application.capture.RequestCapture;
import io.quittance.application.capture.SettleCapture;
import io.quittance.application.capture.SubmitCapture;
import io.quittance.application.errand.Errands;
import io.quittance.application.errand.HeldMerchants;
import io.quittance.application.journal.Discrepancies;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.KeepMisunderstood;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.notification.CaptureNotices;
import io.quittance.application.notification.NotificationOutbox;
import io.quittance.application.shard.Bell;
import io.quittance.application.shard.Shards;
import io.quittance.application.transaction.Transactions;
import io.quittance.application.upstream.Acquirer;
import io.quittance.bootstrap.management.Meters;
import io.quittance.http.capture.WireCaptureNotices;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The use cases about captures. */
@Factory
final class CaptureBeans {
    @Singleton
    CaptureIds ids(SecureRandom random, InstantSource clock) {
        return new TimedCaptureIds(random, clock);
    }

    @Singleton
    CaptureNotices notices() {
        return new WireCaptureNotices();
    }

    @Singleton
    Bells bells() {
        return new Bells(new Bell(), new Bell());
    }

    @Singleton
    CaptureMoves moves(
            Captures captures,
            Journal journal,
            NotificationOutbox outbox,
            Errands errands,
            Discrepancies discrepancies,
            CaptureNotices notices) {
        return new CaptureMoves(captures, journal, outbox, errands, discrepancies, notices);
    }

    @Singleton
    Service service(
            Captures captures,
            Journal journal,
            Errands errands,
            Discrepancies discrepancies,
            CaptureMoves moves,
            Transactions transactions,
            CaptureIds ids,
            InstantSource clock,
            Bells bells) {
        return new Service(
                new CaptureService(captures, journal, errands, discrepancies, moves, transactions, ids, clock, bells));
    }

    /** Keeps the service itself out of sight: what is asked for are its verbs, counted. */
    record Service(CaptureService captures) {}

    @Singleton
    RequestCapture requestCapture(Service service, Meters meters) {
        return meters.requests(service.captures());
    }

    @Singleton
    SettleCapture settleCapture(Service service, Meters meters) {
        return meters.reports(service.captures());
    }

    @Singleton
    SubmitCapture submitCapture(
            Captures captures,
            Journal journal,
            Errands errands,
            Merchants merchants,
            CaptureMoves moves,
            Shards shards,
            Transactions transactions,
            Acquirer acquirer,
            HeldMerchants held,
            InstantSource clock,
            Bells bells) {
        return new SubmitCapture(
                captures,
                journal,
                errands,
                merchants,
                moves,
                shards,
                transactions,
                acquirer,
                held,
                clock,
                bells.deliveries());
    }

    @Singleton
    KeepMisunderstood misunderstood(Discrepancies discrepancies, Transactions transactions, InstantSource clock) {
        return new KeepMisunderstood(discrepancies, transactions, clock);
    }

    @Singleton
    HeldMerchants held() {
        return new HeldMerchants();
    }
}
