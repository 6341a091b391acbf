package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.paymentlink.PaymentLinks;
import io.quittance.application.shard.Leases;
import io.quittance.application.store.Eventually;
import io.quittance.application.store.Given;
import io.quittance.bootstrap.demo.DemoFolder;
import io.quittance.bootstrap.demo.DemoRound;
import io.quittance.bootstrap.management.ManagementToken;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.settings.Settings.Database;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.Opening.Asking;
import io.quittance.persistence.database.TestDatabases;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the simulator will tell lies in any shard: about half of it in those of the instance that has not taken the order. */
@DisplayName("Of two instances, one with a clock that is 60 s behind")
class ClocksIT {
    private static final int ROUNDS = 3;

    @TempDir
    private Path folder;

    private final Optional<Database> database =
            Optional.of(new Database(TestDatabases.mariaDb().url(), "", ""));

    private Settings settings() throws IOException {
        return RunningInstance.settings(folder, FreePorts.find(), database, Optional.empty());
    }

    @Test
    void each_tells_at_once_what_the_other_has_taken_in() throws IOException {
        InstantSource right = TimeOfDay.ofThisMachine().clock();
        TimeOfDay late = new TimeOfDay(() -> right.instant().minusSeconds(60));
        try (RunningInstance behind = new RunningInstance(settings(), late);
                RunningInstance other = new RunningInstance(settings())) {
            Eventually.become("they share the work", () -> held(behind) == 32 && held(other) == 32);

            for (int i = 0; i < ROUNDS; i++) {
                goesRound(other);
                goesRound(behind);
            }

            assertEquals(64, held(behind) + held(other), "still shared");
        }
    }

    /** The demo's app is registered by whichever starts first. */
    @Test
    void the_late_one_serves_at_once_whom_the_other_has_registered() throws IOException {
        InstantSource right = TimeOfDay.ofThisMachine().clock();
        TimeOfDay late = new TimeOfDay(() -> right.instant().minusSeconds(60));
        try (RunningInstance other = new RunningInstance(settings());
                RunningInstance behind = new RunningInstance(settings(), late)) {
            Eventually.become("they share the work", () -> held(behind) == 32 && held(other) == 32);

            goesRound(behind);
        }
    }

    /** Else it would ask, and upstream, which has not heard of it yet, would get the link twice. */
    @Test
    void a_call_of_the_late_one_for_a_link_goes_on_for_the_other() throws IOException {
        InstantSource right = TimeOfDay.ofThisMachine().clock();
        TimeOfDay late = new TimeOfDay(() -> right.instant().minusSeconds(60));
        try (RunningInstance behind = new RunningInstance(settings(), late);
                RunningInstance other = new RunningInstance(settings())) {
            Eventually.become("they share the work", () -> held(behind) == 32 && held(other) == 32);
            Instant now = late.clock().instant();
            PaymentLink link = PaymentLink.asked(
                    new LinkId(Given.unique("link")),
                    new MerchantId(1),
                    new AccountId(1),
                    new MerchantLinkId(Given.unique("L")),
                    Given.offer(),
                    now,
                    Duration.ofHours(1),
                    now.plus(Duration.ofMinutes(1)));
            behind.instance().part(PaymentLinks.class).add(link);

            assertEquals(
                    Optional.of(link),
                    behind.instance().part(PaymentLinks.class).find(link.id()));
            PaymentLink seen =
                    other.instance().part(PaymentLinks.class).find(link.id()).orElseThrow();
            Asking asking = assertInstanceOf(Asking.class, seen.opening());
            assertTrue(asking.until().isAfter(right.instant()), "until " + asking.until());
        }
    }

    private static int held(RunningInstance instance) {
        return instance.instance().part(Leases.class).current().size();
    }

    /** It gives up long before a minute is over. */
    private static void goesRound(RunningInstance instance) {
        StringWriter out = new StringWriter();
        try (DemoRound round = new DemoRound(
                new DemoFolder(instance.settings().data()).read(),
                instance.settings().localUrl(),
                ManagementToken.read(instance.settings().data()),
                new PrintWriter(out),
                Duration.ZERO)) {
            round.go();
        }
    }
}
