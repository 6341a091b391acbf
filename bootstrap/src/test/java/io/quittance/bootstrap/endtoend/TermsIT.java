package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.endtoend.GatewayProcess.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An endpoint behind a proxy, whose CA nobody knows, and which wants to know who calls")
class TermsIT {
    private static final Duration GENEROUS = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private String[] about(TestMerchant shop, String verb, String... more) {
        List<String> line = new ArrayList<>(List.of("endpoint", verb, shop.appId, "--name", "inner"));
        line.addAll(List.of(more));
        return line.toArray(String[]::new);
    }

    @Test
    void is_told_once_its_terms_are_registered_and_says_before_what_is_missing() throws Exception {
        Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 " + InnerShop.NAME + "\n");
        String certificate = folder.resolve("ours.pem").toString();
        Path secret = folder.resolve("ours-key.pem");
        String key = secret.toString();
        Path other = folder.resolve("other-key.pem");
        try (InnerShop server = new InnerShop();
                ConnectProxy proxy = new ConnectProxy();
                var shop = new TestMerchant("shop-terms", "SHOP0000000043");
                var gateway = new GatewayProcess(folder.resolve("gateway"))
                        .with("JAVA_TOOL_OPTIONS", "-Djdk.net.hosts.file=" + hosts)
                        .with("QUITTANCE_OUTGOING_ALLOW", "loopback")
                        .with("QUITTANCE_OUTGOING_PROXY", "http://127.0.0.1:" + proxy.port())
                        .start()) {
            String ca = server.authority(folder.resolve("ca.pem")).toString();
            server.client("quittance", Path.of(certificate), secret);
            server.client("other", folder.resolve("other.pem"), other);
            shop.register(gateway, folder);
            run(gateway, about(shop, "set", "--notify-url", server.url(), "--reason", "t"));
            untold(gateway, shop, "TLS: its certificate is signed by nobody whom this machine believes");

            run(gateway, about(shop, "set-tls", "--ca", ca, "--reason", "t"));
            untold(gateway, shop, "it wants a client certificate (");
            Ran wrong = gateway.run(
                    about(shop, "set-tls", "--certificate", certificate, "--key", other.toString(), "--reason", "t"));
            assertEquals(1, wrong.exit());
            assertTrue(
                    wrong.err()
                            .contains("client certificate: the private key is not that of the certificate of"
                                    + " CN=quittance"),
                    wrong.err());

            run(gateway, about(shop, "set-tls", "--certificate", certificate, "--key", key, "--reason", "they ask"));
            String again =
                    run(gateway, about(shop, "set-tls", "--certificate", certificate, "--key", key, "--reason", "t"));
            assertTrue(again.startsWith("Nothing changed"), again);
            assertTrue(run(gateway, about(shop, "test")).startsWith("Acknowledged."));
            assertEquals(
                    "CONNECT 127.0.0.1:" + server.port() + " HTTP/1.1",
                    proxy.asked().getLast());

            assertEquals(
                    "APPLY_SUCCESS",
                    shop.payout(gateway, "P_terms", "12.30", "SUCCESS").code());
            Await.until(
                    () -> "the result is told there; the gateway printed:\n" + gateway.printed(),
                    GENEROUS,
                    () -> server.told().stream().anyMatch(one -> one.contains("P_terms")));
            isShownWithoutTheKey(gateway, shop, secret);
        }
    }

    private void untold(GatewayProcess gateway, TestMerchant shop, String why) throws Exception {
        Ran tested = gateway.run(about(shop, "test"));
        assertEquals(1, tested.exit());
        assertTrue((tested.out() + tested.err()).contains(why), tested.out() + tested.err());
    }

    private void isShownWithoutTheKey(GatewayProcess gateway, TestMerchant shop, Path key) throws Exception {
        String shown = run(gateway, about(shop, "show", "--json"));
        assertTrue(shown.contains("\"use\":\"authority\",\"subject\":\"CN=Inner CA\""), shown);
        assertTrue(shown.contains("\"use\":\"shown\",\"subject\":\"CN=quittance\""), shown);
        String told = run(gateway, "app", "show", shop.appId);
        assertTrue(told.contains("endpoint inner tls-certificate") && told.contains("they ask"), told);
        String secret = Files.readAllLines(key).stream().skip(1).findFirst().orElseThrow();
        assertFalse((shown + told + gateway.printed()).contains(secret));
    }

    private static String run(GatewayProcess gateway, String... line) throws Exception {
        Ran ran = gateway.run(line);
        assertEquals(0, ran.exit(), ran.out() + ran.err());
        return ran.out();
    }
}
