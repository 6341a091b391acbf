package io.quittance.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.endtoend.GatewayProcess.Ran;
import io.quittance.persistence.database.TestDatabases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By the command line, beside a running service, as an operator does. */
@DisplayName("The orders of a merchant with two accounts")
class AccountRoutesIT {
    private static final Pattern NUMBER = Pattern.compile("(?m)^  no +(\\d+)$");

    @TempDir
    private Path folder;

    private final String url = TestDatabases.mariaDb().url();

    @Test
    void go_through_the_account_that_its_routes_name() throws Exception {
        try (GatewayProcess gateway = new GatewayProcess(folder)
                        .with("QUITTANCE_DB_URL", url)
                        .with("QUITTANCE_SIMULATOR_DELAY", "10ms")
                        .start();
                TestMerchant shop = new TestMerchant("shop-route", "SHOP0000000044")) {
            shop.register(gateway, gateway.data());
            Ran opened = ran(
                    gateway,
                    "account add --app-id shop-route --acquirer simulator --setting app-id=route-b --setting"
                            + " merchant-no=ROUTE-B");
            Matcher number = NUMBER.matcher(opened.out());
            assertTrue(number.find(), opened::out);
            long second = Long.parseLong(number.group(1));
            long first = account("paidBefore", gateway, shop, "PHP");
            assertTrue(first != second, "the oldest counts as long as no route says which");

            ran(gateway, "account route --app-id shop-route --account " + second + " --service payout --currency IDR");

            List<String> there = new ArrayList<>();
            Await.until("the route to count", Duration.ofSeconds(20), () -> {
                String order = "idr" + System.nanoTime();
                there.add(order);
                return quietly(() -> account(order, gateway, shop, "IDR")) == second;
            });
            assertEquals(first, account("phpAfter", gateway, shop, "PHP"), "another currency");
            String routes = ran(gateway, "account routes --app-id shop-route").out();
            assertTrue(routes.contains("payout\tIDR\tany\t" + second), routes);
            String list = ran(gateway, "account list --app-id shop-route").out();
            assertTrue(list.contains("payout IDR"), list);
            assertTrue(list.contains("capture, cancel, payout, payment-link"), list);

            ran(gateway, "account unroute --app-id shop-route --service payout --currency IDR");
            Await.until("the route to be gone", Duration.ofSeconds(20), () -> {
                String order = "idrLater" + System.nanoTime();
                return quietly(() -> account(order, gateway, shop, "IDR")) == first;
            });
            assertEquals(second, kept(there.getLast()), "an order's account is for its life");
            for (String order : List.of("paidBefore", there.getLast(), "phpAfter")) {
                Await.until(
                        "the result of " + order,
                        Duration.ofSeconds(60),
                        () -> shop.notices().stream()
                                .anyMatch(notice -> notice.about().equals(order)
                                        && notice.result().equals("SUCCESS")));
            }
        }
    }

    @Test
    void are_not_routed_by_what_makes_no_sense() throws Exception {
        try (GatewayProcess gateway = new GatewayProcess(folder).start();
                TestMerchant shop = new TestMerchant("shop-lost", "SHOP0000000045")) {
            shop.register(gateway, gateway.data());

            refused(
                    gateway,
                    "account route --app-id shop-lost --account 77",
                    "The app shop-lost has no account 77 (expected:");
            refused(
                    2,
                    gateway,
                    "account route --app-id shop-lost --account 1 --service refunds",
                    "'--service': 'refunds' (expected: one of capture, cancel, payout, payment-link, relay)");
            refused(
                    gateway,
                    "account add --app-id shop-lost --acquirer bank --setting a=b",
                    "There is no acquirer bank (expected: one of payermax, simulator).");
            refused(
                    gateway,
                    "account add --app-id shop-lost --acquirer payermax --setting app-id=a",
                    "An account with payermax has the settings app-id, merchant-no, private-key, public-key, and may"
                            + " have tls-ca, tls-certificate, tls-key (given: app-id).");
            refused(
                    gateway,
                    "account unroute --app-id shop-lost",
                    "The app shop-lost has no route for everything; it has none at all.");
            refused(gateway, "account list --app-id nobody", "No app nobody is registered.");
        }
    }

    private static void refused(GatewayProcess gateway, String line, String sentence) throws Exception {
        refused(1, gateway, line, sentence);
    }

    private static void refused(int exit, GatewayProcess gateway, String line, String sentence) throws Exception {
        Ran ran = gateway.run(line.split(" "));
        assertEquals(exit, ran.exit(), ran.out());
        assertTrue(ran.err().contains(sentence), ran::err);
    }

    private static Ran ran(GatewayProcess gateway, String line) throws Exception {
        Ran ran = gateway.run(line.split(" "));
        assertEquals(0, ran.exit(), ran.out() + ran.err());
        return ran;
    }

    /** Through which account a payout goes that is asked for now. */
    private long account(String order, GatewayProcess gateway, TestMerchant shop, String currency) throws Exception {
        String data = """
            {"outTradeNo":"%s","country":"ID","trade":{"amount":"30","currency":"%s"},"remark":"SUCCESS",\
            "payeeInfo":{"paymentMethodType":"WALLET","accountInfo":{"accountNo":"0812"}}}\
            """.formatted(order, currency);
        assertEquals("APPLY_SUCCESS", shop.ask(gateway, "paymentOrderPay", data).code());
        return kept(order);
    }

    private long kept(String order) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement sql =
                        connection.prepareStatement("select account_id from payout where out_trade_no = ?")) {
            sql.setBytes(1, order.getBytes(StandardCharsets.UTF_8));
            try (ResultSet found = sql.executeQuery()) {
                assertTrue(found.next(), order);
                return found.getLong(1);
            }
        }
    }

    private static long quietly(Callable<Long> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
