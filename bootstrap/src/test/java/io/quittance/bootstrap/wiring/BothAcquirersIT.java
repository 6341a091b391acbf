package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.quittance.application.account.Accounts;
import io.quittance.application.capture.OrderOperations;
import io.quittance.application.capture.RequestOperation;
import io.quittance.application.capture.RequestOperation.Command;
import io.quittance.application.capture.RequestOperation.Outcome;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Message;
import io.quittance.application.merchant.Merchants;
import io.quittance.bootstrap.management.Apps;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.settings.Settings.Upstream;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.Route;
import io.quittance.domain.account.Service;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.text.Bytes;
import io.quittance.http.payermax.PayerMaxAccounts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A process with both acquirers")
class BothAcquirersIT {
    @TempDir
    Path data;

    private final LinkedBlockingQueue<String> asked = new LinkedBlockingQueue<>();

    private HttpServer payermax() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestURI() + " " + body);
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void passes_each_order_on_to_the_acquirer_of_its_account() throws Exception {
        HttpServer payermax = payermax();
        URI base = URI.create("http://127.0.0.1:" + payermax.getAddress().getPort() + "/api/gateway");
        Settings settings = RunningInstance.settings(
                data,
                FreePorts.find(),
                Optional.empty(),
                Optional.empty(),
                new Upstream.Simulator(Duration.ZERO, Optional.of(base)));
        try (RunningInstance running = new RunningInstance(settings)) {
            running.instance.part(Apps.class).add(PayerMaxShop.form());
            Merchant merchant = running.instance
                    .part(Merchants.class)
                    .byApp(new AppId("shop"))
                    .orElseThrow();
            Accounts accounts = running.instance.part(Accounts.class);
            Account real = accounts.byMerchant(merchant.id()).stream()
                    .filter(one -> one.acquirer().equals(PayerMaxAccounts.PAYERMAX))
                    .findFirst()
                    .orElseThrow();
            accounts.route(
                    merchant.id(),
                    new Route(
                            new Route.When(
                                    Optional.of(Service.CAPTURE), Optional.of(new Currency("EUR")), Optional.empty()),
                            real.id()));
            RequestOperation request = running.instance.part(RequestOperation.class);

            Operation simulated = taken(request.request(merchant, capture("R1", "USD")));
            Operation passedOn = taken(request.request(merchant, capture("R2", "EUR")));

            assertEquals(real.id(), passedOn.account());
            OrderOperations operations = running.instance.part(OrderOperations.class);
            while (!operations.find(simulated.id()).orElseThrow().ended()) {
                LockSupport.parkNanos(1_000_000);
            }
            String question = next("/capture");
            assertTrue(question.contains("\"requestId\":\"R2\""), question);
            assertTrue(question.contains("\"appId\":\"up\""), question);
            assertEquals(false, operations.find(passedOn.id()).orElseThrow().ended());
            assertTrue(asked.stream().noneMatch(one -> one.contains("R1")), asked::toString);
        } finally {
            payermax.stop(0);
        }
    }

    /** The start's own question comes as well. */
    private String next(String api) throws InterruptedException {
        while (true) {
            String one = asked.poll(60, TimeUnit.SECONDS);
            assertTrue(one != null, "PayerMax was not asked");
            if (one.startsWith("/api/gateway" + api + " ")) {
                return one;
            }
        }
    }

    private static Operation taken(Outcome outcome) {
        return ((Outcome.Accepted) outcome).operation();
    }

    private static Command capture(String request, String currency) {
        Message message = new Message(Bytes.utf8(request), "key", Fingerprint.of(List.of(request)));
        return new Command.Collect(
                new RequestId(request), new OutTradeNo("O-" + request), Money.of("7", currency), true, message);
    }
}
