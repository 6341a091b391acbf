package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.bootstrap.endtoend.GatewayProcess.Ran;
import io.quittance.bootstrap.endtoend.TestMerchant.Answer;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By the command line, as an operator does, while requests go on. */
@DisplayName("A key that is changed under load")
class KeyRotationIT {
    @TempDir
    private Path folder;

    private static String run(GatewayProcess gateway, String... line) throws IOException, InterruptedException {
        Ran ran = gateway.run(line);
        assertEquals(0, ran.exit(), ran.err() + ran.out());
        return ran.out();
    }

    private Path file(String name, KeyPair keys) throws IOException {
        return Rsa.writePublic(folder.resolve(name), keys.getPublic());
    }

    private static List<JsonNode> keys(GatewayProcess gateway, String... of) throws IOException, InterruptedException {
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
        DatabaseSettings database = TestDatabases.mariaDb();
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
        try (GatewayProcess far = FarAccount.far(folder);
                GatewayProcess near = FarAccount.near(folder, far);
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

    @Test
    void refuses_nobody_of_the_gateways_with_the_embedded_database() throws Exception {
        try (GatewayProcess gateway = quick(new GatewayProcess(folder)).start()) {
            changeOfTheGateways(gateway, gateway);
            Ran demo = gateway.run("demo");
            assertEquals(0, demo.exit(), demo.err() + demo.out());
        }
        try (GatewayProcess again = new GatewayProcess(folder).start()) {
            assertEquals(2, keys(again, "--gateway").size(), "it starts with what it has");
        }
    }

    @Test
    void refuses_nobody_of_the_gateways_at_two_instances_on_one_database() throws Exception {
        DatabaseSettings database = TestDatabases.mariaDb();
        try (GatewayProcess one =
                        quick(GatewayProcess.among(folder, "one", database)).start();
                GatewayProcess other =
                        quick(GatewayProcess.among(folder, "other", database)).start()) {
            changeOfTheGateways(one, other);
        }
    }

    private static GatewayProcess quick(GatewayProcess gateway) {
        return gateway.with("QUITTANCE_SIMULATOR_DELAY", "10ms");
    }

    private void changeOfTheGateways(GatewayProcess one, GatewayProcess other) throws Exception {
        PublicKey old = one.gatewayKey();
        List<PublicKey> both = new CopyOnWriteArrayList<>(List.of(old));
        Queue<String> unverified = new ConcurrentLinkedQueue<>();
        AtomicInteger byYoung = new AtomicInteger();
        AtomicInteger byOld = new AtomicInteger();
        try (TestMerchant shop = new TestMerchant("shop-gateway", "SHOP0000000093")) {
            shop.register(one, folder);
            Await.until("the other instance knows it", Duration.ofSeconds(30), () -> other.knows(shop.appId));
            try (KeyLoad load = new KeyLoad(shop, (signer, no) -> {
                Answer answer = signer.capture(no % 2 == 0 ? one : other, "under-load-" + no, "5");
                if (both.stream().noneMatch(key -> Rsa.verify(key, answer.body(), answer.sign()))) {
                    unverified.add(answer.json().toString());
                } else if (Rsa.verify(old, answer.body(), answer.sign())) {
                    byOld.incrementAndGet();
                } else {
                    byYoung.incrementAndGet();
                }
                return answer;
            })) {
                load.goesOn();
                String young = another(one);
                // As an operator gives it to the merchants, before it signs.
                Path file = one.data().resolve("keys/gateway-public-key-" + young.substring(0, 16) + ".pem");
                both.add(Rsa.readPublic(file));
                assertEquals(0, byYoung.get());
                Await.until("it signs", Duration.ofMinutes(1), () -> byYoung.get() > 20);
                run(other, "key", "retire", "--gateway", Rsa.fingerprint(old), "--until", "1s", "--by", "Ada");
                load.goesOn();
                int last = byOld.get();
                load.goesOn();
                load.goesOn();

                assertEquals(last, byOld.get(), "nothing is signed with the old one any more");
                assertEquals(List.of(), load.refused());
                assertEquals(List.of(), List.copyOf(unverified));
                Await.until(
                        "what signs now has the old name",
                        Duration.ofSeconds(10),
                        () -> Files.exists(file)
                                && Rsa.fingerprint(current(one)).equals(young));
            }
            assertTrue(shop.notices().size() > 20, "told: " + shop.notices().size());
            assertEquals(
                    List.of(),
                    shop.notices().stream()
                            .filter(notice ->
                                    both.stream().noneMatch(key -> Rsa.verify(key, notice.body(), notice.sign())))
                            .toList());
            List<String> states = keys(other, "--gateway").stream()
                    .map(key -> key.path("state").asText())
                    .toList();
            assertEquals(List.of("ended", "counting"), states);
        }
    }

    /** The fingerprint of another pair of the gateway's, which signs so late that everybody can be told before. */
    private static String another(GatewayProcess gateway) throws IOException, InterruptedException {
        String added = run(gateway, "key", "add", "--gateway", "--from", "20s", "--by", "Ada", "--json");
        JsonNode keys =
                TestMerchant.json(added.getBytes(StandardCharsets.UTF_8)).path("keys");
        return keys.path(keys.size() - 1).path("fingerprint").asText();
    }

    private static PublicKey current(GatewayProcess gateway) {
        try {
            return gateway.gatewayKey();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void refuses_nobody_of_upstreams() throws Exception {
        try (GatewayProcess far = FarAccount.far(folder);
                GatewayProcess near = FarAccount.near(folder, far);
                TestMerchant shop = new TestMerchant("shop-theirs", "SHOP0000000094")) {
            FarAccount.open(far, near, shop, folder);
            PublicKey old = far.gatewayKey();
            PrivateKey leaked = Rsa.readPrivate(far.data().resolve("keys/gateway-private-key.pem"));
            String account = keys(near).stream()
                    .filter(key -> key.path("sort").asText().equals("public-key"))
                    .findFirst()
                    .orElseThrow()
                    .path("of")
                    .asText();
            try (KeyLoad load = new KeyLoad(shop, (signer, no) -> signer.link(near, "under-load-" + no))) {
                load.goesOn();
                String young = another(far);
                run(
                        near,
                        "key",
                        "add",
                        "--account",
                        account,
                        far.data()
                                .resolve("keys/gateway-public-key-" + young.substring(0, 16) + ".pem")
                                .toString());
                Await.until(
                        "it signs there",
                        Duration.ofMinutes(1),
                        () -> Rsa.fingerprint(current(far)).equals(young));
                load.goesOn();
                run(near, "key", "revoke", "--account", account, Rsa.fingerprint(old), "--reason", "once a year");
                load.goesOn();
                load.goesOn();

                assertEquals(List.of(), load.refused());
            }
            byte[] forged = "{\"code\":\"APPLY_SUCCESS\",\"notifyType\":\"CAPTURE\",\"data\":{}}"
                    .getBytes(StandardCharsets.UTF_8);
            Http.post(near.at("/captureResultNotifyUrl/" + shop.appId), forged, Rsa.sign(leaked, forged));
            assertTrue(
                    near.printed()
                            .contains("refused a message to captureResultNotifyUrl for account " + account
                                    + ": it is signed with the key "
                                    + Rsa.fingerprint(old).substring(0, 16) + ", which was revoked at "),
                    near.printed());
        }
    }

    @Test
    void is_changed_in_a_drill() throws Exception {
        try (GatewayProcess gateway = quick(new GatewayProcess(folder)).start()) {
            String seen = run(gateway, "key", "drill", "--gateway");

            assertTrue(seen.contains("one signed with the old one is refused: sign: signed with the key "), seen);
            assertTrue(seen.contains("answers verify with the new one alone"), seen);
            assertTrue(seen.contains(" requests, and none was refused."), seen);
            assertFalse(run(gateway, "app", "list").contains("key-drill-"), "it is removed again");
        }
    }
}
