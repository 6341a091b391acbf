package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.shard.Leases;
import io.quittance.application.store.Eventually;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.settings.Settings.Database;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Two instances that have nothing to do")
class IdleIT {
    private static final int STATEMENTS_A_SECOND = 5;
    private static final int INSTANCES = 2;

    /** Two seconds each: as long as it takes until all that is counted for the metrics is counted again. */
    private static final int SURVEYED = 8;

    /** What is done more seldom may fall into the time that is looked at. */
    private static final int SELDOM = 6;

    @TempDir
    private Path folder;

    private final DatabaseSettings database = TestDatabases.mariaDb();

    private Settings settings() throws IOException {
        Database own = new Database(database.url(), "", "");
        return RunningInstance.settings(folder, FreePorts.find(), Optional.of(own), Optional.empty());
    }

    @Test
    void ask_the_database_five_times_a_second_each_at_most() throws Exception {
        try (RunningInstance one = new RunningInstance(settings());
                RunningInstance other = new RunningInstance(settings());
                Connection watching = DriverManager.getConnection(database.url())) {
            Eventually.become("they share the work", () -> held(one) == 32 && held(other) == 32);
            renewals(one, 4);

            long began = System.nanoTime();
            long before = statements(watching);
            renewals(one, SURVEYED);
            long asked = statements(watching) - before;
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) + 1;

            System.out.println("idle: " + asked + " statements of two instances in less than " + seconds + " s");
            assertTrue(
                    asked <= INSTANCES * STATEMENTS_A_SECOND * seconds + SELDOM,
                    asked + " statements in " + seconds + " s");
            assertTrue(asked > seconds, "they were counted");
        }
    }

    private static int held(RunningInstance instance) {
        return leases(instance).current().size();
    }

    private static Leases leases(RunningInstance instance) {
        return instance.instance().part(Leases.class);
    }

    /** Each within the two seconds that make a renewal, so the time goes by what the instance does. */
    private static void renewals(RunningInstance instance, int count) {
        for (int i = 0; i < count; i++) {
            Duration[] last = {Duration.ZERO};
            Eventually.become("the leases are renewed", () -> {
                Duration now = leases(instance).lastRenewed().orElse(Duration.ZERO);
                boolean renewed = now.compareTo(last[0]) < 0;
                last[0] = now;
                return renewed;
            });
        }
    }

    /** All that the server was asked since it runs; nobody else uses it now. */
    private static long statements(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show global status like 'Questions'")) {
            row.next();
            return row.getLong(2);
        }
    }
}
