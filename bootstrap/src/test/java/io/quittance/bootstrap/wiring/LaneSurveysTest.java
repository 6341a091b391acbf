package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.Dialect;
import io.quittance.application.notification.Recipient;
import io.quittance.application.shard.GivenShards;
import io.quittance.application.shard.Leases;
import io.quittance.application.shard.Shard;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.bootstrap.management.Survey;
import io.quittance.domain.merchant.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of the lanes of this instance")
class LaneSurveysTest {
    private final HandClock clock = new HandClock(Given.NOON);
    private final InMemoryStore store = InMemoryStore.at(clock);
    private final Leases leases = new Leases(store.shards(), GivenShards.member("this run"), System::nanoTime);
    private final LaneSurveys lanes = new LaneSurveys(store.outbox().owed(), leases, clock);
    private final Survey depth = lanes.depth("deliveries", "");
    private final Survey late = lanes.late("deliveries", "");

    @AfterEach
    void give_back() {
        leases.close();
    }

    private String owe(Instant... dueAt) {
        MerchantId merchant = Given.merchant(store).id();
        for (Instant due : dueAt) {
            ObjectRef about = ObjectRef.of(
                    GivenOperations.keptIn(store, merchant, new Shard(9)).id());
            store.perform(() -> store.outbox()
                    .append(about, 1, Recipient.registered(merchant, Dialect.ENVELOPED, Optional.empty()), due));
        }
        return Long.toString(merchant.value());
    }

    @Test
    void shows_how_much_waits_and_how_late_it_is() {
        leases.start();
        String behind = owe(Given.NOON.minusSeconds(90), Given.NOON.minusSeconds(30));
        String ahead = owe(Given.NOON.plusSeconds(60));

        assertEquals(Map.of(behind, 2L, ahead, 1L, "all", 3L), depth.look().get());
        assertEquals(Map.of(behind, 90L, ahead, 0L, "all", 90L), late.look().get());
    }

    @Test
    void grows_later_with_the_time() {
        leases.start();
        String behind = owe(Given.NOON);
        depth.look().get();

        clock.move(Duration.ofSeconds(5));

        assertEquals(Map.of(behind, 5L, "all", 5L), late.look().get());
    }

    @Test
    void shows_nothing_of_what_others_work_off() {
        owe(Given.NOON);

        assertEquals(Map.of("all", 0L), depth.look().get());
        assertEquals(Map.of("all", 0L), late.look().get());
    }
}
