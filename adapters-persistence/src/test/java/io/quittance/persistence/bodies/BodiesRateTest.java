package io.quittance.persistence.bodies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.journal.ObjectRef.Kind;
import io.quittance.application.store.Given;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import io.quittance.persistence.journal.JournalRow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    private static final int AT_ONCE = 500;
    private static final byte[] BODY = "x".repeat(700).getBytes(StandardCharsets.UTF_8);

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
            for (int from = 0; from < rows; from += AT_ONCE) {
                fill(scene, from);
            }
            String old = scene.cipher().keyId();
            scene.change();

            long begun = System.nanoTime();
            BodiesScene.Turn turn = scene.turn(old, AT_ONCE);
            double seconds = (System.nanoTime() - begun) / 1e9;
            long again = System.nanoTime();
            scene.turn(old, AT_ONCE);

            System.out.printf(
                    "%s: %d bodies encrypted again in %.1f s, %.0f a second; looked through once more in %.1f s%n",
                    name, turn.done(), seconds, turn.done() / seconds, (System.nanoTime() - again) / 1e9);
            assertEquals(rows, turn.done());
            assertTrue(seconds < rows / 500.0, "five hundred a second at least");
        }
    }

    private static void fill(BodiesScene scene, int from) {
        List<Object> rows = new ArrayList<>();
        for (int i = from; i < from + AT_ONCE; i++) {
            ObjectRef about = new ObjectRef(Kind.CAPTURE, "C%09d".formatted(i / 10));
            Sealed sealed = scene.cipher().seal(JournalRow.place(about, i % 10), BODY);
            Collections.addAll(
                    rows,
                    Sql.identifier(about.id()),
                    202601 + i / 10 % 12,
                    i % 10,
                    Given.NOON,
                    sealed.content(),
                    sealed.keyId());
        }
        scene.sql(
                "insert into journal (object_kind, object_id, object_month, seq, kind, happened_at, note, body,"
                        + " body_key) values "
                        + String.join(", ", Collections.nCopies(AT_ONCE, "('CAPTURE', ?, ?, ?, 'NOTE', ?, 'n', ?, ?)")),
                rows.toArray());
    }
}
