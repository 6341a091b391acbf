package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quittance.application.capture.RequestOperation;
import io.quittance.application.capture.RequestOperation.Command;
import io.quittance.application.capture.RequestOperation.Outcome;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.store.Given;
import io.quittance.bootstrap.management.Apps;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.settings.Settings.Upstream;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.money.Money;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("With upstream away for more than a day")
@Timeout(180)
class UpstreamAwayIT {
    @TempDir
    private Path data;

    private Settings nobodyThere() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI nobody = URI.create("http://127.0.0.1:" + taken.getLocalPort() + "/api/gateway");
            return RunningInstance.settings(
                    data, FreePorts.find(), Optional.empty(), Optional.empty(), new Upstream.PayerMax(nobody));
        }
    }

    private static Operation requested(RunningInstance running) {
        Merchant shop =
                running.instance.part(Merchants.class).byApp(new AppId("shop")).orElseThrow();
        Outcome outcome = running.instance
                .part(RequestOperation.class)
                .request(
                        shop,
                        new Command.Collect(
                                new RequestId("R1"),
                                new OutTradeNo("O1"),
                                Money.of("10", "USD"),
                                true,
                                Given.message("a request")));
        return assertInstanceOf(Outcome.Accepted.class, outcome).operation();
    }

    @Test
    void a_capture_that_nobody_has_taken_is_overdue_and_waits_all_the_same() throws Exception {
        Operation capture;
        try (RunningInstance running = new RunningInstance(nobodyThere())) {
            running.instance.part(Apps.class).add(PayerMaxShop.form());
            capture = requested(running);
        }

        InstantSource now = TimeOfDay.ofThisMachine().clock();
        TimeOfDay nextDay = new TimeOfDay(() -> now.instant().plus(Duration.ofHours(25)));
        try (RunningInstance running = new RunningInstance(nobodyThere(), nextDay)) {
            while (!running.onManagement("GET", "/metrics").body().contains("quittance_captures_overdue 1.0")) {
                LockSupport.parkNanos(1_000_000);
            }

            assertEquals(
                    1,
                    running.instance.part(Journal.class).story(ObjectRef.of(capture.id())).stream()
                            .filter(row -> row.entry().kind() == Kind.OVERDUE)
                            .count());
        }
    }
}
