package io.quittance.bootstrap.wiring;

import io.quittance.application.shard.Leases;
import io.quittance.application.store.Eventually;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.settings.Settings.Database;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A start whose database goes away for a moment")
class BrokenStartIT {
    private static final int MOMENTS = 8;

    @TempDir
    private Path folder;

    private final DatabaseSettings database = TestDatabases.mariaDb();

    @Test
    void comes_to_its_end_whatever_was_being_asked() throws Exception {
        int port = URI.create(database.url().substring("jdbc:".length())).getPort();
        try (BreakingLine line = new BreakingLine(port)) {
            start(line, port).close();
            int before = line.packets();
            RunningInstance undisturbed = start(line, port);
            int all = line.packets() - before;
            undisturbed.close();

            for (int moment = 1; moment <= MOMENTS; moment++) {
                int broken = all * moment / (MOMENTS + 1);
                line.breakAfter(broken);
                int begun = line.packets();
                try (RunningInstance instance = start(line, port)) {
                    Eventually.become("broken, at the latest now", () -> line.packets() - begun > broken);
                    Eventually.become(
                            "ready",
                            () -> instance.instance()
                                            .part(Leases.class)
                                            .current()
                                            .size()
                                    == 64);
                }
            }
        }
    }

    private RunningInstance start(BreakingLine line, int port) throws IOException {
        String url = database.url().replace(":" + port + "/", ":" + line.port() + "/");
        Database through = new Database(url, "", "");
        Settings settings = RunningInstance.settings(folder, FreePorts.find(), Optional.of(through), Optional.empty());
        return new RunningInstance(RunningInstance.patient(settings));
    }
}
