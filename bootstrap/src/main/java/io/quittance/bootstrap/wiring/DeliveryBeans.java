package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Factory;
import io.quittance.application.delivery.OwedDeliveries;
import io.quittance.application.delivery.ResendDeliveries;
import io.quittance.application.delivery.Resending;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.story.Summaries;
import io.quittance.application.story.TellStory;
import io.quittance.bootstrap.management.Deliveries;
import io.quittance.bootstrap.management.KeptDeliveries;
import io.quittance.bootstrap.management.RegisteredEndpoints;
import io.quittance.bootstrap.management.WantedReader;
import io.quittance.http.notification.WrittenIn;
import io.quittance.persistence.delivery.JdbcOwedDeliveries;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What persons see of deliveries and do to them. */
@Factory
final class DeliveryBeans {
    @Singleton
    OwedDeliveries owedDeliveries(Store store) {
        return new JdbcOwedDeliveries(store.database().sql());
    }

    @Singleton
    ResendDeliveries resending(OwedDeliveries owed, Summaries summaries, Merchants merchants, Office office) {
        return new Resending(owed, summaries, merchants, office, WrittenIn::dialect);
    }

    @Singleton
    Deliveries deliveries(
            OwedDeliveries owed,
            ResendDeliveries resending,
            TellStory stories,
            Summaries summaries,
            Merchants merchants,
            InstantSource clock,
            RegisteredEndpoints endpoints) {
        return new KeptDeliveries(owed, resending, stories, new WantedReader(summaries, merchants, clock), endpoints);
    }
}
