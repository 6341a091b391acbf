package io.quittance.persistence.bodies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How fast bodies are encrypted again: {@code -Dbodies.rows=100000} makes so many rows on each database, in orders of ten over twelve
 * months, each with a body of 700 bytes; and prints how long a turn takes, without rests, and one that finds nothing to do.
 */
@DisplayName("Bodies that are encrypted again")
@EnabledIfSystemProperty(named = "bodies.rows", matches = "[1-9][0-9]*")
class BodiesRateTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"H2", "MariaDB", "MySQL"})
    void take_minutes_for_a_million(String name) {
        if (name.equals("MySQL") && TestDatabases.external().isEmpty()) {
            return;
        }
        DatabaseSettings settings = switch (name) {
            case "H2" -> TestDatabases.h2File(folder);
            case "MariaDB" -> TestDatabases.mariaDb();
            default -> TestDatabases.external().orElseThrow();
        };
        int rows = Integer.getInteger("bodies.rows");
        try (BodiesScene scene = new BodiesScene(settings)) {
            scene.fill(rows);
            String old = scene.cipher().keyId();
            scene.change();

            long begun = System.nanoTime();
            BodiesScene.Turn turn = scene.turn(old, BodiesScene.AT_ONCE);
            double seconds = (System.nanoTime() - begun) / 1e9;
            long again = System.nanoTime();
            scene.turn(old, BodiesScene.AT_ONCE);

            System.out.printf(
                    "%s: %d bodies encrypted again in %.1f s, %.0f a second; looked through once more in %.1f s%n",
                    name, turn.done(), seconds, turn.done() / seconds, (System.nanoTime() - again) / 1e9);
            assertEquals(rows, turn.done());
            assertTrue(seconds < rows / 500.0, "five hundred a second at least");
        }
    }
}
