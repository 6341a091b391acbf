package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.bootstrap.endtoend.GatewayProcess.Ran;
import io.quittance.persistence.database.Database;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.database.TestDatabases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The seals of the journal, by the commands")
class AuditIT {
    private static final Duration GENEROUS = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> are_verified_at_a_running_service_and_without_one() {
        List<DynamicTest> tests = new ArrayList<>();
        Path embedded = folder.resolve("h2");
        tests.add(DynamicTest.dynamicTest(
                "on the embedded database",
                () -> play(new GatewayProcess(embedded), DatabaseSettings.embedded(embedded.resolve("data")))));
        tests.add(DynamicTest.dynamicTest("on MariaDB", () -> play("mariadb", TestDatabases.mariaDb())));
        if (TestDatabases.hasExternal()) {
            tests.add(DynamicTest.dynamicTest(
                    "on the server that is named",
                    () -> play("named", TestDatabases.external().orElseThrow())));
        } else {
            System.out.println("DID NOT RUN on a server of yours: " + TestDatabases.EXTERNAL + " names none");
        }
        return tests.stream();
    }

    private void play(String name, DatabaseSettings database) throws Exception {
        play(new GatewayProcess(folder.resolve(name)).with("QUITTANCE_DB_URL", database.url()), database);
    }

    private void play(GatewayProcess gateway, DatabaseSettings database) throws Exception {
        try (gateway;
                TestMerchant shop = new TestMerchant("shop-audit", "SHOP0000000040")) {
            gateway.with("QUITTANCE_SIMULATOR_DELAY", "10ms").start();
            shop.register(gateway, folder);
            String changed = shop.capture(gateway, "R-1", "42.50").captureNo();
            String removed = shop.capture(gateway, "R-2", "42.50").captureNo();
            String inserted = shop.capture(gateway, "R-3", "42.50").captureNo();
            String restated = shop.capture(gateway, "R-4", "42.50").captureNo();
            Await.until("all are told", GENEROUS, () -> shop.notices().size() >= 4);
            Await.until("nothing is left to tell", GENEROUS, () -> nothingIsLeft(gateway));
            Ran whole = gateway.run("audit", "verify", "--since", "2020-01", "--until", "2099-12");
            assertEquals(0, whole.exit(), whole.out() + whole.err());
            assertTrue(whole.out().contains("all is as it was written."), whole.out());
            Path anchors = folder.resolve("anchors");
            Ran anchored = gateway.run("audit", "anchor");
            assertTrue(anchored.out().contains("capture " + changed + " "), anchored.out());
            Files.writeString(anchors, anchored.out());
            Ran compared = gateway.run("audit", "verify", "--anchors", anchors.toString());
            assertEquals(0, compared.exit(), compared.out() + compared.err());
            assertTrue(compared.out().contains(", against 4 anchors, in "), compared.out());
            Path none = Files.writeString(folder.resolve("none"), "");
            Ran uncompared = gateway.run("audit", "verify", "--anchors", none.toString());
            assertEquals(1, uncompared.exit(), uncompared.out());
            assertTrue(uncompared.err().contains("holds no anchor"), uncompared.err());
            Ran nothing = gateway.run("audit", "vouch", "--reason", "an update that was none", "--by", "Ada");
            assertEquals("Sealed 0 rows of 0 orders.", nothing.out().strip());

            assertTrue(gateway.stop(GENEROUS));
            int last = tamper(database, changed, removed, inserted);
            restate(database, restated);

            Ran found = gateway.run("audit", "verify");
            assertEquals(1, found.exit(), found.out() + found.err());
            for (String line : List.of(
                    "capture " + changed + ", row 2: CHANGED",
                    "capture " + removed + ", row " + last + ": REMOVED",
                    "capture " + inserted + ", row ",
                    "the order's row says that it is FAILED, its journal SUCCESS")) {
                assertTrue(found.out().contains(line), line + " in\n" + found.out());
            }
            assertEquals(1, gateway.run("audit", "verify", "--order", "R-1").exit());
            gateway.start();
            JsonNode told = TestMerchant.json(gateway.run("audit", "verify", "--json", "--anchors", anchors.toString())
                    .out()
                    .getBytes(StandardCharsets.UTF_8));
            List<String> what = new ArrayList<>();
            told.at("/damages").forEach(one -> what.add(one.at("/what").asText()));
            assertEquals(
                    List.of("ANCHOR", "ANCHOR", "CHANGED", "INSERTED", "ORDER", "REMOVED"),
                    what.stream().sorted().toList(),
                    told.toString());
            Ran refused = gateway.run("audit", "verify", "--since", "March");
            assertEquals(2, refused.exit());
            assertTrue(refused.err().contains("'March' (expected: as 2026-03)"), refused.err());
        }
    }

    private static boolean nothingIsLeft(GatewayProcess gateway) {
        try {
            for (String order : List.of("R-1", "R-2", "R-3", "R-4")) {
                if (!gateway.run("order", "show", order).out().contains("Nothing: all is asked and told.")) {
                    return false;
                }
            }
            return true;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the last row, which is not there any more */
    private static int tamper(DatabaseSettings settings, String changed, String removed, String inserted) {
        try (Database database = Database.open(settings)) {
            Sql sql = database.sql();
            sql.change("write by hand", "update journal set note = 'forged' where object_id = ? and seq = 2", (Object)
                    Sql.identifier(changed));
            int last = last(sql, removed);
            sql.change(
                    "write by hand",
                    "delete from journal where object_id = ? and seq = ?",
                    Sql.identifier(removed),
                    last);
            sql.change(
                    "write by hand",
                    "insert into journal (object_kind, object_id, object_month, seq, kind, happened_at, note) select"
                        + " object_kind, object_id, object_month, seq + 1, kind, happened_at, note from journal where"
                        + " object_id = ? and seq = ?",
                    Sql.identifier(inserted),
                    last(sql, inserted));
            return last;
        }
    }

    /** The order is another one, and its journal as it was. */
    private static void restate(DatabaseSettings settings, String number) {
        try (Database database = Database.open(settings)) {
            database.sql().change("write by hand", "update capture set state = 'FAILED' where capture_no = ?", (Object)
                    Sql.identifier(number));
        }
    }

    private static int last(Sql sql, String number) {
        return sql.first(
                        "read a place",
                        "select max(seq) as newest from journal where object_id = ?",
                        cells -> cells.integer("newest"),
                        (Object) Sql.identifier(number))
                .orElseThrow();
    }
}
