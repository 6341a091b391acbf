package io.quittance.bootstrap.endtoend;

import static io.quittance.bootstrap.endtoend.KeyRotationIT.keys;
import static io.quittance.bootstrap.endtoend.KeyRotationIT.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.bootstrap.endtoend.GatewayProcess.Ran;
import io.quittance.bootstrap.endtoend.TestMerchant.Answer;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.store.NeedsMySql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By the command line, as an operator does, while requests go on. */
@DisplayName("A key of a gateway that is changed under load")
class GatewayKeyRotationIT {
    @TempDir
    private Path folder;

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
        changeOfTheGateways(TestDatabases.mariaDb());
    }

    @Test
    @NeedsMySql
    void refuses_nobody_of_the_gateways_at_two_instances_on_a_genuine_mysql() throws Exception {
        changeOfTheGateways(TestDatabases.external().orElseThrow());
    }

    private void changeOfTheGateways(DatabaseSettings database) throws Exception {
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
        try (GatewayProcess far = FarAccount.far(folder)) {
            changeOfUpstreams(far, FarAccount.towards(far, folder));
        }
    }

    @Test
    @NeedsMySql
    void refuses_nobody_of_upstreams_on_a_genuine_mysql() throws Exception {
        String database = TestDatabases.external().orElseThrow().url();
        try (GatewayProcess far = FarAccount.far(folder)) {
            changeOfUpstreams(far, FarAccount.towards(far, folder).with("QUITTANCE_DB_URL", database));
        }
    }

    private void changeOfUpstreams(GatewayProcess far, GatewayProcess process) throws Exception {
        try (GatewayProcess near = process.start();
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

    /** Also where a later one waits already. */
    @Test
    void is_changed_in_a_drill() throws Exception {
        try (GatewayProcess gateway = quick(new GatewayProcess(folder)).start()) {
            run(gateway, "key", "add", "--gateway", "--from", "14d", "--by", "Ada");
            String seen = run(gateway, "key", "drill", "--gateway");

            assertTrue(seen.contains("one signed with the old one is refused: sign: signed with the key "), seen);
            assertTrue(seen.contains("answers verify with the new one alone"), seen);
            assertTrue(seen.contains(" requests, and none was refused."), seen);
            assertFalse(run(gateway, "app", "list").contains("key-drill-"), "it is removed again");
        }
    }
}
