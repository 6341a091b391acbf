package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.bootstrap.endtoend.GatewayProcess.Ran;
import io.quittance.bootstrap.endtoend.TestMerchant.Answer;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.store.NeedsMySql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By the command line, as an operator does, while requests go on. */
@DisplayName("A key that is changed under load")
class KeyRotationIT {
    @TempDir
    private Path folder;

    static String run(GatewayProcess gateway, String... line) throws IOException, InterruptedException {
        Ran ran = gateway.run(line);
        assertEquals(0, ran.exit(), ran.err() + ran.out());
        return ran.out();
    }

    private Path file(String name, KeyPair keys) throws IOException {
        return Rsa.writePublic(folder.resolve(name), keys.getPublic());
    }

    static List<JsonNode> keys(GatewayProcess gateway, String... of) throws IOException, InterruptedException {
        String[] line = new String[of.length + 3];
        System.arraycopy(new String[] {"key", "list", "--json"}, 0, line, 0, 3);
        System.arraycopy(of, 0, line, 3, of.length);
        JsonNode all = TestMerchant.json(run(gateway, line).getBytes(StandardCharsets.UTF_8))
                .path("keys");
        return StreamSupport.stream(all.spliterator(), false).toList();
    }

    private static JsonNode named(List<JsonNode> keys, KeyPair pair) {
        return keys.stream()
                .filter(key -> key.path("fingerprint").asText().equals(Rsa.fingerprint(pair.getPublic())))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void refuses_nobody_of_an_app_with_the_embedded_database() throws Exception {
        try (GatewayProcess gateway = new GatewayProcess(folder).start()) {
            changeOfAnApp(gateway, gateway);
        }
    }

    @Test
    void refuses_nobody_of_an_app_at_two_instances_on_one_database() throws Exception {
        changeOfAnApp(TestDatabases.mariaDb());
    }

    @Test
    @NeedsMySql
    void refuses_nobody_of_an_app_at_two_instances_on_a_genuine_mysql() throws Exception {
        changeOfAnApp(TestDatabases.external().orElseThrow());
    }

    private void changeOfAnApp(DatabaseSettings database) throws Exception {
        try (GatewayProcess one = GatewayProcess.among(folder, "one", database).start();
                GatewayProcess other =
                        GatewayProcess.among(folder, "other", database).start()) {
            changeOfAnApp(one, other);
        }
    }

    private void changeOfAnApp(GatewayProcess one, GatewayProcess other) throws Exception {
        try (TestMerchant old = new TestMerchant("shop-keys", "SHOP0000000091");
                TestMerchant young = new TestMerchant("shop-keys", "SHOP0000000091")) {
            old.register(one, folder);
            Await.until("the other instance knows it", Duration.ofSeconds(30), () -> other.knows(old.appId));
            try (KeyLoad load = new KeyLoad(
                    old, (signer, no) -> signer.capture(no % 2 == 0 ? one : other, "under-load-" + no, "5"))) {
                load.goesOn();

                run(
                        one,
                        "key",
                        "add",
                        "--app",
                        old.appId,
                        file("young.pem", young.keys).toString());
                Await.until("the new one counts", Duration.ofSeconds(30), () -> counts(other, young));
                load.goesOn();
                load.signsAs(young);
                load.goesOn();
                load.goesOn();
                run(
                        other,
                        "key",
                        "revoke",
                        "--app",
                        old.appId,
                        Rsa.fingerprint(old.keys.getPublic()).substring(0, 8),
                        "--reason",
                        "once a year",
                        "--by",
                        "Ada");
                load.goesOn();

                assertEquals(List.of(), load.refused());
                assertTrue(load.accepted() > 100, "requests: " + load.accepted());
            }
            Await.until("the old one counts nowhere", Duration.ofSeconds(5), () -> !counts(one, old));
            Answer late = old.capture(one, "late", "5");
            assertEquals("SIGN_VERIFY_FAILED", late.code());
            List<JsonNode> keys = keys(one, "--app", old.appId);
            String end = named(keys, old.keys).path("until").asText();
            String shown = Rsa.fingerprint(old.keys.getPublic()).substring(0, 16);
            assertEquals(
                    "sign: signed with the key " + shown + ", which was revoked at " + end
                            + " (expected: by a key of this appId that counts)",
                    late.json().path("msg").asText());
            assertTrue(
                    one.printed()
                            .contains("refused a request of app shop-keys: it is signed with the key " + shown
                                    + ", which was revoked at " + end),
                    one.printed());
            assertEquals("revoked", named(keys, old.keys).path("state").asText());
            assertEquals("counting", named(keys, young.keys).path("state").asText());
            assertTrue(named(keys, young.keys).path("lastUsed").isTextual(), keys.toString());
            String shownApp = run(one, "app", "show", old.appId);
            assertTrue(shownApp.contains(" by Ada: key " + shown + " from counts to revoked at " + end), shownApp);
            Ran last = one.run(
                    "key",
                    "revoke",
                    "--app",
                    old.appId,
                    Rsa.fingerprint(young.keys.getPublic()),
                    "--reason",
                    "it is the last");
            assertEquals(1, last.exit());
            assertTrue(last.err().contains("app disable --app-id shop-keys"), last.err());
        }
    }

    private static boolean counts(GatewayProcess gateway, TestMerchant signer) {
        try {
            return signer.ask(gateway, "capture", "{}").code().equals("PARAMS_INVALID");
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void refuses_nobody_upstream_where_ours_is_replaced_at_once() throws Exception {
        try (GatewayProcess far = FarAccount.far(folder)) {
            changeOfOurs(far, FarAccount.towards(far, folder));
        }
    }

    @Test
    @NeedsMySql
    void refuses_nobody_upstream_where_ours_is_replaced_at_once_on_a_genuine_mysql() throws Exception {
        String database = TestDatabases.external().orElseThrow().url();
        try (GatewayProcess far = FarAccount.far(folder)) {
            changeOfOurs(far, FarAccount.towards(far, folder).with("QUITTANCE_DB_URL", database));
        }
    }

    private void changeOfOurs(GatewayProcess far, GatewayProcess process) throws Exception {
        try (GatewayProcess near = process.start();
                TestMerchant shop = new TestMerchant("shop-far", "SHOP0000000092")) {
            FarAccount.open(far, near, shop, folder);
            KeyPair young = Rsa.newPair();
            Path secret = Rsa.writePrivate(folder.resolve("next-private.pem"), young.getPrivate());
            List<JsonNode> first = keys(near).stream()
                    .filter(key -> key.path("sort").asText().equals("private-key"))
                    .toList();
            String account = first.getFirst().path("of").asText();
            String old = first.getFirst().path("fingerprint").asText();
            try (KeyLoad load = new KeyLoad(shop, (signer, no) -> signer.link(near, "under-load-" + no))) {
                load.goesOn();

                run(near, "key", "add", "--account", account, "--ours", secret.toString());
                load.goesOn();
                // What is signed with the old one is refused from the second on, as after an upload.
                run(
                        far,
                        "key",
                        "add",
                        "--app",
                        "account-1",
                        file("next-public.pem", young).toString());
                run(far, "key", "revoke", "--app", "account-1", old, "--reason", "another was uploaded");
                load.goesOn();
                load.goesOn();
                run(near, "key", "retire", "--account", account, old, "--until", "1s");
                load.goesOn();

                assertEquals(List.of(), load.refused());
            }
            assertTrue(
                    near.printed()
                            .contains("upstream takes what account " + account + " signs with the key "
                                    + Rsa.fingerprint(young.getPublic())),
                    near.printed());
            assertTrue(
                    far.printed().contains("refused a request of app account-1: it is signed with the key "),
                    far.printed());
        }
    }
}
