package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.endtoend.GatewayProcess.Ran;
import io.quittance.bootstrap.endtoend.TestMerchant.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What merchants have the gateway call")
class OutgoingCallsIT {
    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static final String NAME = "shop.example";

    @TempDir
    private Path folder;

    @Test
    void is_no_inner_address_until_the_operator_allows_it_and_never_the_gateway_itself() throws Exception {
        Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 " + NAME + "\n");
        try (GatewayProcess far = FarAccount.far(folder);
                GatewayProcess near = FarAccount.towards(far, folder)
                        .with("JAVA_TOOL_OPTIONS", "-Djdk.net.hosts.file=" + hosts)
                        .with("QUITTANCE_OUTGOING_ALLOW", "none")
                        .start();
                TestMerchant shop = new TestMerchant("shop-outgoing", "SHOP0000000041").called(NAME)) {
            FarAccount.open(far, near, shop, folder);

            innerAddressesAreRefused(near, shop);
            aNameThatLeadsInsideIsToldInTheAttempt(near, shop);
            near.kill();
            near.with("QUITTANCE_OUTGOING_ALLOW", NAME).start();
            whatTheOperatorAllowsIsTold(near, shop);
            ownPortsAreRefused(near, shop);
        }
    }

    private static void innerAddressesAreRefused(GatewayProcess near, TestMerchant shop) throws Exception {
        for (String url : List.of(
                "http://127.0.0.1:8081/n",
                "http://2130706433/n",
                "http://[::ffff:7f00:1]/n",
                "http://169.254.169.254/latest/meta-data/",
                "http://localhost/n",
                "https://u:geheim@pay.example/n")) {
            Answer answer = payout(near, shop, "P_inner", url);

            assertEquals("PARAMS_INVALID", answer.code(), url);
            String message = answer.json().at("/msg").asText();
            assertTrue(message.startsWith("data.notifyUrl: ") && message.contains("(expected: "), message);
            assertTrue(!message.contains("geheim"), message);
        }
        assertEquals(1, near.run("order", "show", "P_inner").exit());
        assertEquals("", run(near, "order", "list", "payout"));

        Ran changed = near.run(
                "app", "set", "--app-id", shop.appId, "--notify-url", "http://10.0.0.7/n", "--reason", "they moved");
        assertEquals(1, changed.exit());
        assertTrue(changed.err().contains("notify-url cannot be used: 10.0.0.7 is a private address"), changed.err());
    }

    private static void aNameThatLeadsInsideIsToldInTheAttempt(GatewayProcess near, TestMerchant shop)
            throws Exception {
        assertEquals(
                "APPLY_SUCCESS", payout(near, shop, "P_name", shop.notifyUrl()).code());

        Await.until(
                () -> "the refusal is told; near printed:\n" + near.printed(),
                GENEROUS,
                () -> story(near, "P_name")
                        .contains("refused: " + NAME
                                + " is 127.0.0.1, a loopback address (expected: a public address, or one"
                                + " that QUITTANCE_OUTGOING_ALLOW names)"));
        assertEquals(List.of(), shop.notices());
    }

    private static void whatTheOperatorAllowsIsTold(GatewayProcess near, TestMerchant shop) throws Exception {
        run(near, "delivery", "resend", "--app-id", shop.appId, "--reason", "it is allowed now");

        Await.until(
                () -> "the payout is told; near printed:\n" + near.printed(),
                GENEROUS,
                () -> shop.notices().stream().anyMatch(notice -> notice.about().equals("P_name")));
    }

    private static void ownPortsAreRefused(GatewayProcess near, TestMerchant shop) throws Exception {
        String own = near.management("/api/apps").toString().replace("127.0.0.1", NAME);
        assertEquals("APPLY_SUCCESS", payout(near, shop, "P_own", own).code());

        Await.until("the refusal is told", GENEROUS, () -> story(near, "P_own").contains(" is the gateway's own"));
    }

    private static Answer payout(GatewayProcess near, TestMerchant shop, String order, String notifyUrl)
            throws IOException {
        return shop.ask(near, "paymentOrderPay", """
            {"outTradeNo":"%s","country":"US","trade":{"amount":"12.30","currency":"USD"},"remark":"SUCCESS",\
            "payeeInfo":{"paymentMethodType":"BANK_TRANSFER","accountInfo":{"accountNo":"123456789"}},\
            "notifyUrl":"%s"}\
            """.formatted(order, notifyUrl));
    }

    private static String story(GatewayProcess near, String order) {
        try {
            return run(near, "order", "show", order);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String run(GatewayProcess near, String... line) throws IOException, InterruptedException {
        Ran ran = near.run(line);
        assertEquals(0, ran.exit(), ran.out() + ran.err());
        return ran.out();
    }
}
