package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.account.Accounts;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.relay.Relays;
import io.quittance.application.retention.ForgetOldOrders;
import io.quittance.application.transaction.Transactions;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.relay.ApiName;
import io.quittance.domain.relay.Relay;
import io.quittance.domain.relay.RelayId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An instance that has kept orders for long")
class OldOrdersIT {
    @Test
    void forgets_them_and_shows_how_many_and_how_old_the_oldest_is(@TempDir Path folder) throws IOException {
        Instant now = Instant.now();
        try (RunningInstance running = new RunningInstance(folder.resolve("data"))) {
            Relay old = kept(running.instance(), "old", now.minus(Duration.ofDays(70)));
            Relay young = kept(running.instance(), "young", now);
            assertTrue(metrics(running).contains("quittance_orders_oldest_days{kind=\"relay\"} NaN"));

            running.instance().part(ForgetOldOrders.class).forget(() -> true);

            Relays relays = running.instance().part(Relays.class);
            assertEquals(Optional.empty(), relays.find(old.id()));
            assertEquals(List.of(), running.instance().part(Journal.class).story(ObjectRef.of(old.id())));
            assertTrue(relays.find(young.id()).isPresent());
            assertTrue(metrics(running).contains("quittance_orders_forgotten_total{kind=\"relay\"} 1.0"));
            assertTrue(metrics(running)
                    .lines()
                    .anyMatch(line -> line.matches("quittance_orders_oldest_days\\{kind=\"relay\"} [0-9]+\\.0")));
        }
    }

    private static String metrics(RunningInstance running) {
        return running.onManagement("GET", "/metrics").body();
    }

    private static Relay kept(Instance instance, String number, Instant at) {
        MerchantId demo = instance.part(Merchants.class).all().getFirst().id();
        AccountId account =
                instance.part(Accounts.class).byMerchant(demo).getFirst().id();
        Relay relay = new Relay(new RelayId(number), demo, account, new ApiName("orderQuery"), Optional.empty(), at);
        instance.part(Transactions.class).inOne(() -> {
            instance.part(Relays.class).add(relay);
            return instance.part(Journal.class)
                    .append(
                            ObjectRef.of(relay.id()),
                            List.of(JournalEntry.noted(JournalEntry.Kind.REQUESTED, at, "asked")));
        });
        return relay;
    }
}
