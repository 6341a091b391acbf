package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.shard.Leases;
import io.quittance.application.store.Eventually;
import io.quittance.bootstrap.demo.DemoFolder;
import io.quittance.bootstrap.demo.DemoRound;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.settings.Settings.Database;
import io.quittance.persistence.database.TestDatabases;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
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

    private static int held(RunningInstance instance) {
        return instance.instance().part(Leases.class).current().size();
    }

    /** It gives up long before a minute is over. */
    private static void goesRound(RunningInstance instance) {
        StringWriter out = new StringWriter();
        try (DemoRound round = new DemoRound(
                new DemoFolder(instance.settings().data()).read(),
                instance.settings().localUrl(),
                new PrintWriter(out),
                Duration.ZERO)) {
            round.go();
        }
    }
}
