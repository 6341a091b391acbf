package io.quittance.bootstrap.endtoend;

import static io.quittance.bootstrap.endtoend.KeyRotationIT.keys;
import static io.quittance.bootstrap.endtoend.KeyRotationIT.run;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.application.journal.ObjectRef;
import io.quittance.persistence.database.Database;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import io.quittance.persistence.journal.JournalRow;
import io.quittance.persistence.store.NeedsMySql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By the command line, as an operator does, while requests go on; and with all killed while bodies are encrypted again. */
@DisplayName("The body key that is changed under load")
class BodyKeyRotationIT {
    private static final Duration GENEROUS = Duration.ofMinutes(2);
    private static final byte[] BODY = "of an old order".getBytes(StandardCharsets.UTF_8);

    /** So many that encrypting them again takes some seconds. */
    private static final int OLD_ROWS = 20_000;

    private static final int AT_ONCE = 500;

    @TempDir
    private Path folder;

    @Test
    void is_changed_in_a_drill() throws Exception {
        try (GatewayProcess gateway = quick(new GatewayProcess(folder)).start()) {
            String old = keys(gateway, "--body")
                    .getFirst()
                    .path("fingerprint")
                    .asText()
                    .substring(0, 16);

            String seen = run(gateway, "key", "drill", "--body");

            assertTrue(
                    seen.contains(" to the key file; bodies are encrypted with it, and " + old + " still reads"), seen);
            assertTrue(seen.contains("  retired " + old + "; what is encrypted with it is encrypted again"), seen);
            assertTrue(seen.contains("  " + old + " is free: "), seen);
            assertTrue(seen.contains(" requests, and none was refused."), seen);
            assertEquals(
                    List.of("free", "writing"),
                    keys(gateway, "--body").stream()
                            .map(key -> key.path("state").asText())
                            .toList());
            assertEquals(
                    2,
                    Files.readAllLines(gateway.data().resolve("keys/body-key")).size());
        }
    }

    @Test
    void refuses_nobody_with_the_embedded_database() throws Exception {
        try (GatewayProcess gateway = quick(new GatewayProcess(folder)).start()) {
            assertTrue(gateway.stop(GENEROUS));
            Path file = gateway.data().resolve("keys/body-key");
            fill(DatabaseSettings.embedded(gateway.data()), file);
            gateway.start();
            change(DatabaseSettings.embedded(gateway.data()), List.of(gateway), List.of(file));
        }
    }

    @Test
    void refuses_nobody_at_two_instances_with_files_of_their_own_on_one_database() throws Exception {
        changeAtTwo(TestDatabases.mariaDb());
    }

    @Test
    @NeedsMySql
    void refuses_nobody_at_two_instances_with_files_of_their_own_on_a_genuine_mysql() throws Exception {
        changeAtTwo(TestDatabases.external().orElseThrow());
    }

    private void changeAtTwo(DatabaseSettings database) throws Exception {
        Path otherFile = folder.resolve("body-key-of-the-other");
        try (GatewayProcess one =
                        quick(GatewayProcess.among(folder, "one", database)).start();
                GatewayProcess other = quick(GatewayProcess.among(folder, "other", database))
                        .with("QUITTANCE_BODY_KEY", otherFile.toString())) {
            Path file = one.data().resolve("keys/body-key");
            Files.copy(file, otherFile);
            other.start();
            fill(database, file);
            change(database, List.of(one, other), List.of(file, otherFile));

            assertTrue(other.stop(GENEROUS));
            Files.writeString(otherFile, "00".repeat(32));
            other.launch();
            Await.until("it ends", GENEROUS, () -> !other.alive());
            assertTrue(other.printed().contains("This instance does not hold the body key "), other.printed());
            assertTrue(other.printed().contains("put it on a line of its own into the file " + otherFile));
        }
    }

    private static GatewayProcess quick(GatewayProcess gateway) {
        return gateway.with("QUITTANCE_SIMULATOR_DELAY", "10ms");
    }

    private void change(DatabaseSettings database, List<GatewayProcess> all, List<Path> files) throws Exception {
        GatewayProcess one = all.getFirst();
        GatewayProcess other = all.getLast();
        byte[] oldKey = key(files.getFirst());
        String old = BodyCipher.of(oldKey, new SecureRandom()).keyId();
        try (TestMerchant shop = new TestMerchant("shop-bodies", "SHOP0000000095")) {
            shop.register(one, folder);
            Await.until("the other instance knows it", GENEROUS, () -> other.knows(shop.appId));
            String first = shop.capture(one, "first", "5").captureNo();
            try (KeyLoad load = new KeyLoad(shop, (signer, no) -> ask(signer, no % 2 == 0 ? one : other, "a-" + no))) {
                load.goesOn();
                run(one, "key", "add", "--body", "--by", "Ada", "--reason", "once a year");
                if (all.size() > 1) {
                    assertEquals(List.of("writing", "waiting"), states(one));
                    assertEquals(
                            1,
                            keys(one, "--body")
                                    .getLast()
                                    .path("body")
                                    .path("lackedBy")
                                    .size());
                    load.goesOn();
                    String both = longest(files);
                    for (Path file : files) {
                        Files.writeString(file, both);
                    }
                }
                Await.until("the new one encrypts", GENEROUS, () -> states(one).equals(List.of("reading", "writing")));
                load.goesOn();
                assertTrue(bodies(other, 1) > 0 || all.size() > 1, "counted");
                run(other, "key", "retire", "--body", old.substring(0, 8), "--by", "Ada", "--reason", "once a year");
                Await.until("some are encrypted again", GENEROUS, () -> done(one) > 0);
                assertEquals(List.of(), load.refused());
            }
            all.forEach(GatewayProcess::kill);
            assertTrue(left(database, old) > 0, "nothing was left to go on with");
            for (GatewayProcess each : all) {
                each.start();
            }
            try (KeyLoad load = new KeyLoad(shop, (signer, no) -> ask(signer, no % 2 == 0 ? one : other, "b-" + no))) {
                Await.until("the old one is free", GENEROUS, () -> states(other).equals(List.of("free", "writing")));
                for (Path file : files) {
                    Files.writeString(file, Base64.getEncoder().encodeToString(youngest(file)) + "\n");
                }
                load.goesOn();
                load.goesOn();
                assertEquals(List.of(), load.refused());
            }
            assertEquals(0, bodies(one, 0));
            for (GatewayProcess each : all) {
                assertTrue(each.stop(GENEROUS));
            }
            assertRead(database, youngest(files.getFirst()));
            for (GatewayProcess each : all) {
                each.start();
                assertFalse(each.printed().contains("is gone from the file"), each.printed());
            }
            assertTrue(run(one, "order", "show", first).contains("first"));
            assertEquals(first, shop.capture(other, "first", "5").captureNo());
        }
    }

    private static TestMerchant.Answer ask(TestMerchant shop, GatewayProcess gateway, String name) throws IOException {
        return shop.capture(gateway, name, "5");
    }

    private static List<String> states(GatewayProcess gateway) {
        return listed(gateway).stream().map(key -> key.path("state").asText()).toList();
    }

    private static long bodies(GatewayProcess gateway, int index) {
        return listed(gateway).get(index).path("body").path("bodies").asLong();
    }

    private static long done(GatewayProcess gateway) {
        return listed(gateway).getFirst().path("body").path("done").asLong();
    }

    private static List<JsonNode> listed(GatewayProcess gateway) {
        try {
            JsonNode all = gateway.listed("/api/keys?kind=body").path("keys");
            return StreamSupport.stream(all.spliterator(), false).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] key(Path file) throws IOException {
        return Base64.getDecoder()
                .decode(Files.readString(file).lines().findFirst().orElseThrow());
    }

    /** A command asks either of two that run on one data folder, so either may have got the new key. */
    private static String longest(List<Path> files) throws IOException {
        String longest = "";
        for (Path file : files) {
            String text = Files.readString(file);
            longest = text.length() > longest.length() ? text : longest;
        }
        return longest;
    }

    private static byte[] youngest(Path file) throws IOException {
        return Base64.getDecoder().decode(Files.readAllLines(file).getLast());
    }

    private static String number(int row) {
        return "OLD%07d".formatted(row / 10);
    }

    /** Rows of orders that are not there any more, as they are between two halves of forgetting them. */
    private static void fill(DatabaseSettings settings, Path file) throws IOException {
        BodyCipher cipher = BodyCipher.of(key(file), new SecureRandom());
        try (Database database = Database.open(settings)) {
            for (int from = 0; from < OLD_ROWS; from += AT_ONCE) {
                List<Object> rows = new ArrayList<>();
                IntStream.range(from, from + AT_ONCE).forEach(i -> {
                    ObjectRef about = new ObjectRef(ObjectRef.Kind.PAYOUT, number(i));
                    Sealed sealed = cipher.seal(JournalRow.place(about, i % 10 + 1), BODY);
                    Collections.addAll(rows, Sql.identifier(about.id()), i % 10 + 1, sealed.content(), sealed.keyId());
                });
                database.sql()
                        .change(
                                "fill",
                                "insert into journal (object_kind, object_id, object_month, seq, kind, happened_at,"
                                        + " note, body, body_key) values "
                                        + String.join(
                                                ", ",
                                                Collections.nCopies(
                                                        AT_ONCE,
                                                        "('PAYOUT', ?, 202611, ?, 'NOTE', '2026-11-01', 'old', ?, ?)")),
                                rows.toArray());
            }
        }
    }

    private static long left(DatabaseSettings settings, String key) {
        try (Database database = Database.open(settings)) {
            return database.sql()
                    .first(
                            "count what is left",
                            "select count(*) as left_over from journal where body_key = ?",
                            cells -> cells.whole("left_over"),
                            key)
                    .orElseThrow();
        }
    }

    /** All bodies of the journal are under the new key, and some of the old rows are as they were. */
    private static void assertRead(DatabaseSettings settings, byte[] key) {
        BodyCipher cipher = BodyCipher.of(key, new SecureRandom());
        try (Database database = Database.open(settings)) {
            assertEquals(
                    List.of(cipher.keyId()),
                    database.sql()
                            .list(
                                    "find keys",
                                    "select distinct body_key from journal where body_key is not null",
                                    cells -> cells.text("body_key")));
            Stream.of(0, OLD_ROWS / 2, OLD_ROWS - 1).forEach(i -> {
                ObjectRef about = new ObjectRef(ObjectRef.Kind.PAYOUT, number(i));
                byte[] sealed = database.sql()
                        .first(
                                "read an old body",
                                "select body from journal where object_kind = 'PAYOUT' and object_id = ? and seq = ?",
                                cells -> cells.bytes("body"),
                                Sql.identifier(about.id()),
                                i % 10 + 1)
                        .orElseThrow();
                assertArrayEquals(
                        BODY, cipher.open(JournalRow.place(about, i % 10 + 1), new Sealed(sealed, cipher.keyId())));
            });
        }
    }
}
