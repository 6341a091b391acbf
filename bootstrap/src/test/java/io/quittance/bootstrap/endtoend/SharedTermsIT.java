package io.quittance.bootstrap.endtoend;

import static io.quittance.bootstrap.endtoend.KeyRotationIT.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.endtoend.GatewayProcess.Ran;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The terms of an endpoint that two instances tell")
class SharedTermsIT {
    private static final Duration GENEROUS = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final DatabaseSettings database = TestDatabases.mariaDb();

    private GatewayProcess instance(String name, ConnectProxy proxy) throws IOException {
        Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 " + InnerShop.NAME + "\n");
        return GatewayProcess.among(folder, name, database)
                .with("QUITTANCE_SIMULATOR_DELAY", "10ms")
                .with("JAVA_TOOL_OPTIONS", "-Djdk.net.hosts.file=" + hosts)
                .with("QUITTANCE_OUTGOING_PROXY", "http://127.0.0.1:" + proxy.port())
                .start();
    }

    private static String[] about(TestMerchant shop, String verb, String... more) {
        List<String> line = new ArrayList<>(List.of("endpoint", verb, shop.appId, "--name", "inner"));
        line.addAll(List.of(more));
        return line.toArray(String[]::new);
    }

    private void shows(GatewayProcess gateway, TestMerchant shop, String client) throws Exception {
        run(
                gateway,
                about(
                        shop,
                        "set-tls",
                        "--certificate",
                        folder.resolve(client + ".pem").toString(),
                        "--key",
                        folder.resolve(client + "-key.pem").toString(),
                        "--reason",
                        "t"));
    }

    /** Soon each of both shows it. */
    private static void areMetBy(InnerShop server, TestMerchant shop, String client, GatewayProcess... instances) {
        for (GatewayProcess one : instances) {
            Await.until("it shows " + client, GENEROUS, () -> isMetBy(server, one, shop, client));
            Ran tested = tested(one, shop);
            assertTrue(tested.out().startsWith("Acknowledged."), () -> tested.out() + tested.err());
            assertEquals("CN=" + client, server.callers().getLast());
        }
    }

    private static boolean isMetBy(InnerShop server, GatewayProcess one, TestMerchant shop, String client) {
        return tested(one, shop).out().startsWith("Acknowledged.")
                && server.callers().getLast().equals("CN=" + client);
    }

    private static Ran tested(GatewayProcess one, TestMerchant shop) {
        try {
            return one.run(about(shop, "test"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Whichever of both has its shard. */
    private static void areToldOf(InnerShop server, TestMerchant shop, String prefix, GatewayProcess gateway)
            throws IOException {
        List<String> orders = List.of(prefix + 1, prefix + 2, prefix + 3, prefix + 4, prefix + 5, prefix + 6);
        for (String order : orders) {
            assertEquals(
                    "APPLY_SUCCESS",
                    shop.payout(gateway, order, "12.30", "SUCCESS").code());
        }
        Await.until(
                () -> "all are told; the gateway printed:\n" + gateway.printed(),
                GENEROUS,
                () -> orders.stream().allMatch(order -> server.told().stream().anyMatch(one -> one.contains(order))));
    }

    @Test
    void count_at_both_after_they_were_changed_through_one() throws Exception {
        try (InnerShop server = new InnerShop();
                ConnectProxy proxy = new ConnectProxy();
                ConnectProxy far = new ConnectProxy();
                TestMerchant shop = new TestMerchant("shop-shared", "SHOP0000000044");
                GatewayProcess one = instance("one", proxy);
                GatewayProcess other = instance("other", far)) {
            String ca = server.authority(folder.resolve("ca.pem")).toString();
            for (String client : List.of("first", "second")) {
                server.client(client, folder.resolve(client + ".pem"), folder.resolve(client + "-key.pem"));
            }
            shop.register(one, folder);
            Await.until("the other knows it", GENEROUS, () -> other.knows(shop.appId));
            run(one, about(shop, "set", "--notify-url", server.url(), "--reason", "t"));
            run(one, about(shop, "set-tls", "--ca", ca, "--reason", "t"));
            shows(one, shop, "first");

            areMetBy(server, shop, "first", one, other);
            areToldOf(server, shop, "A_", one);
            shows(other, shop, "second");
            areMetBy(server, shop, "second", one, other);
            areToldOf(server, shop, "B_", other);
            for (ConnectProxy each : List.of(proxy, far)) {
                assertEquals(
                        List.of("CONNECT 127.0.0.1:" + server.port() + " HTTP/1.1"),
                        each.asked().stream().distinct().toList());
            }

            run(one, about(shop, "set-tls", "--no-ca", "--reason", "t"));
            Await.until(
                    "the CA is believed no more",
                    GENEROUS,
                    () -> tested(other, shop).exit() == 1);
            Ran untold = tested(other, shop);
            assertEquals(1, untold.exit());
            assertTrue((untold.out() + untold.err()).contains("signed by nobody whom this machine believes"));

            endsSoon(other, shop);
        }
    }

    /** What is shown is valid for an hour. */
    private static void endsSoon(GatewayProcess gateway, TestMerchant shop) throws IOException {
        gateway.kill();
        gateway.start();
        String whose = "quittance_certificates_end_seconds{whose=\"" + shop.appId + "/inner\"} ";
        Await.until("it is measured", GENEROUS, () -> metrics(gateway).contains(whose));
        String left = metrics(gateway)
                .lines()
                .filter(line -> line.startsWith(whose))
                .findFirst()
                .orElseThrow()
                .substring(whose.length());
        assertTrue(Double.parseDouble(left) > 0 && Double.parseDouble(left) < 3600, left);
        assertTrue(
                gateway.printed()
                        .contains("the certificate that the endpoint inner of app " + shop.appId
                                + " is shown ends in 0 days: CN=second ("),
                gateway::printed);
    }

    private static String metrics(GatewayProcess gateway) {
        try {
            return new String(Http.get(gateway.management("/metrics")).body(), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }
}
