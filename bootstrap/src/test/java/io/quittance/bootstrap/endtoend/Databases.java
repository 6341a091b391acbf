package io.quittance.bootstrap.endtoend;

import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The databases that the product promises to run on, each fresh: embedded, MariaDB, and the server that was named. */
final class Databases {
    /** What is shown on each. */
    @FunctionalInterface
    interface Scenario {
        void on(String database, GatewayProcess gateway) throws Exception;
    }

    private Databases() {}

    static Stream<DynamicTest> each(Path folder, Scenario scenario) {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(DynamicTest.dynamicTest(
                "on the embedded database", () -> scenario.on("H2", new GatewayProcess(folder.resolve("h2")))));
        tests.add(DynamicTest.dynamicTest(
                "on MariaDB", () -> scenario.on("MariaDB", on(TestDatabases.mariaDb(), folder.resolve("mariadb")))));
        if (TestDatabases.hasExternal()) {
            tests.add(DynamicTest.dynamicTest(
                    "on the server that is named",
                    () -> scenario.on(
                            "named server", on(TestDatabases.external().orElseThrow(), folder.resolve("named")))));
        } else {
            System.out.println("DID NOT RUN on a server of yours: " + TestDatabases.EXTERNAL + " names none");
        }
        return tests.stream();
    }

    private static GatewayProcess on(DatabaseSettings database, Path folder) {
        return new GatewayProcess(folder).with("QUITTANCE_DB_URL", database.url());
    }
}
