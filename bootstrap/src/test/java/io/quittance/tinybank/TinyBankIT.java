package io.quittance.tinybank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.quittance.application.capture.OrderOperations;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.payout.Payouts;
import io.quittance.bootstrap.management.AppAccounts;
import io.quittance.bootstrap.management.AppAccounts.AccountCard;
import io.quittance.bootstrap.management.AppAccounts.RouteForm;
import io.quittance.bootstrap.management.AppForm;
import io.quittance.bootstrap.management.Apps;
import io.quittance.bootstrap.wiring.Instance;
import io.quittance.bootstrap.wiring.RunningInstance;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.capture.UpstreamNo;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.text.Bytes;
import io.quittance.http.signing.Pem;
import io.quittance.http.signing.Rsa;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A merchant whose account is with an acquirer of another protocol")
class TinyBankIT {
    private static final TinyBankShop SHOP = new TinyBankShop("S1", "a secret of the shop");

    @TempDir
    Path data;

    private final KeyPair keys = Rsa.newPair();
    private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
    private FarTinyBank bank;
    private HttpServer shop;
    private RunningInstance running;
    private Merchant merchant;

    @BeforeEach
    void start() throws IOException {
        bank = new FarTinyBank(SHOP);
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        shop.createContext("/", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] thanks = "{\"code\":\"SUCCESS\",\"msg\":\"Success\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, thanks.length);
            exchange.getResponseBody().write(thanks);
            exchange.close();
        });
        shop.start();
        running = RunningInstance.of(data, Map.of(TinyBankBeans.URL, bank.url().toString()));
        Instance instance = running.instance();
        instance.part(Apps.class)
                .add(new AppForm(
                        "shop",
                        "M1",
                        Pem.writePublic(keys.getPublic()),
                        "http://127.0.0.1:" + shop.getAddress().getPort() + "/",
                        "v2",
                        Optional.empty()));
        merchant = instance.part(Merchants.class).byApp(new AppId("shop")).orElseThrow();
        AppAccounts accounts = instance.part(AppAccounts.class);
        AccountCard account = accounts.open("shop", "tinybank", Map.of("shop", SHOP.shop(), "secret", SHOP.secret()));
        accounts.route("shop", account.id(), new RouteForm(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @AfterEach
    void stop() {
        running.close();
        shop.stop(0);
        bank.close();
    }

    private String ask(String api, String data) {
        String body = "{\"version\":\"1.4\",\"keyVersion\":\"1\",\"requestTime\":\""
                + Instant.now().truncatedTo(ChronoUnit.MILLIS) + "\",\"appId\":\"shop\",\"merchantNo\":\"M1\",\"data\":"
                + data + "}";
        HttpResponse<String> answer = running.call(
                running.settings().localUrl(), "POST", "/aggregate-pay/api/gateway/" + api, body, "sign", signed(body));
        assertTrue(answer.headers().firstValue("sign").isPresent(), "answers to known callers are signed");
        return answer.body();
    }

    private String signed(String body) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(body.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void capture(String request) {
        String answer = ask(
                "capture",
                "{\"requestId\":\"" + request + "\",\"outTradeNo\":\"O-" + request
                        + "\",\"amount\":7.50,\"currency\":\"USD\"}");
        assertTrue(answer.contains("\"code\":\"APPLY_SUCCESS\""), answer);
    }

    private Operation kept(String request) {
        return running.instance()
                .part(OrderOperations.class)
                .find(merchant.id(), new Operation.Key(Sort.CAPTURE, new RequestId(request)))
                .orElseThrow();
    }

    private HttpResponse<String> news(String request, String secret) {
        String body =
                "{\"shop\":\"S1\",\"id\":\"" + request + "\",\"state\":\"settled\",\"number\":\"TB-" + request + "\"}";
        return running.call(
                running.settings().localUrl(),
                "POST",
                "/tinyBankTold",
                body,
                TinyBank.MAC,
                new TinyBankShop("S1", secret).mac(Bytes.utf8(body)));
    }

    private String result() throws InterruptedException {
        String result = told.poll(60, TimeUnit.SECONDS);
        assertTrue(result != null, "the merchant was told nothing");
        return result;
    }

    @Test
    void has_its_captures_asked_about_until_they_have_ended() throws InterruptedException {
        capture("R1");

        String result = result();

        assertTrue(result.contains("\"requestId\":\"R1\""), result);
        assertTrue(result.contains("\"status\":\"SUCCESS\""), result);
        assertTrue(result.contains("\"captureNo\":\"" + kept("R1").id() + "\""), "our number");
        assertEquals(Optional.of(new UpstreamNo("TB-R1")), kept("R1").upstreamNo());
        assertEquals(
                "{\"id\":\"R1\",\"order\":\"O-R1\",\"amount\":\"7.5\",\"currency\":\"USD\"}",
                bank.bodies().getFirst());
    }

    @Test
    void has_them_ended_by_the_acquirers_own_callback_and_by_no_other_hand() throws InterruptedException {
        capture("R2");
        while (bank.captures() == 0) {
            LockSupport.parkNanos(1_000_000);
        }

        assertEquals(401, news("R2", "a stranger's secret").statusCode());
        assertEquals(false, kept("R2").ended());
        HttpResponse<String> thanks = news("R2", SHOP.secret());

        assertEquals(200, thanks.statusCode(), thanks.body());
        assertEquals("{\"ok\":true}", thanks.body());
        assertTrue(kept("R2").ended());
        assertTrue(result().contains("\"status\":\"SUCCESS\""));
    }

    @Test
    void is_refused_what_the_acquirer_does_not_serve_and_nothing_is_kept() {
        String payout = ask(
                "paymentOrderPay",
                "{\"outTradeNo\":\"P1\",\"country\":\"PH\",\"trade\":{\"amount\":\"30.50\",\"currency\":\"PHP\"},"
                        + "\"payeeInfo\":{\"paymentMethodType\":\"WALLET\",\"accountInfo\":{\"accountNo\":\"0812\"}}}");
        String cancel = ask("cancel", "{\"requestId\":\"N1\",\"outTradeNo\":\"O-1\"}");

        assertTrue(payout.contains("\"code\":\"CONTRACT_INVALID\""), payout);
        assertTrue(payout.contains("lead to none that serves payouts"), payout);
        assertTrue(cancel.contains("\"code\":\"CONTRACT_INVALID\""), cancel);
        assertEquals(
                Optional.empty(), running.instance().part(Payouts.class).find(merchant.id(), new OutTradeNo("P1")));
        assertEquals(
                Optional.empty(),
                running.instance()
                        .part(OrderOperations.class)
                        .find(merchant.id(), new Operation.Key(Sort.CANCEL, new RequestId("N1"))));
    }
}
