package io.quittance.bootstrap.endtoend;

import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A measurement for docs/scaling.md, by {@code bootstrap/src/test/scaling-run} only; nothing about speed is asserted. */
@DisplayName("What one database takes")
@EnabledIfSystemProperty(named = "scaling.run", matches = "true")
class ScalingRunIT {
    @TempDir
    private Path folder;

    @Test
    void alone() throws Exception {
        new CommitRates(database()).print();
    }

    @Test
    void through_one_and_more_instances() throws Exception {
        try (InstanceRates rates = new InstanceRates(folder, database())) {
            rates.print();
        }
    }

    private static DatabaseSettings database() {
        return TestDatabases.external().orElseGet(TestDatabases::mariaDb);
    }
}
