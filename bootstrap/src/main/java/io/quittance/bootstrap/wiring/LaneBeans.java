package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Factory;
import io.quittance.application.errand.Errands;
import io.quittance.application.notification.NotificationOutbox;
import io.quittance.application.shard.Leases;
import io.quittance.bootstrap.management.Survey;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What is shown of the lanes. */
@Factory
final class LaneBeans {
    /** The lanes of both queues. */
    record Queues(LaneSurveys errands, LaneSurveys deliveries) {}

    @Singleton
    Queues queues(Errands errands, NotificationOutbox outbox, Leases leases, InstantSource clock) {
        return new Queues(
                new LaneSurveys(errands.owed(), leases, clock), new LaneSurveys(outbox.owed(), leases, clock));
    }

    @Singleton
    Survey errandsWaiting(Queues queues) {
        return queues.errands().depth("errands", "errands that wait in a lane, now due or later");
    }

    @Singleton
    Survey errandsLate(Queues queues) {
        return queues.errands().late("errands", "seconds for which the first errand of a lane has been due");
    }

    @Singleton
    Survey deliveriesWaiting(Queues queues) {
        return queues.deliveries().depth("deliveries", "deliveries that wait in a lane, now due or later");
    }

    @Singleton
    Survey deliveriesLate(Queues queues) {
        return queues.deliveries().late("deliveries", "seconds for which the first delivery of a lane has been due");
    }
}
