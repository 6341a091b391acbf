package io.quittance.bootstrap.demo;

import io.quittance.bootstrap.demo.DemoClient.Asked;
import io.quittance.bootstrap.demo.DemoClient.Told;
import io.quittance.bootstrap.demo.DemoFolder.Demo;
import io.quittance.bootstrap.management.ManagementToken;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Orders as a merchant lives them: a signed request, its answer, the notifications of its results. */
public final class DemoRound implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Demo demo;
    private final DemoClient client;
    private final PrintWriter out;
    private final Duration patience;

    /** When the request of the order that goes round went out, and how many steps of it were printed. */
    private long sent;

    private int steps;

    /**
     * @param token of the service, which hosts the merchant's inbox
     * @param simulated how long the simulator takes to settle
     */
    public DemoRound(Demo demo, URI gateway, ManagementToken token, PrintWriter out, Duration simulated) {
        this.demo = demo;
        this.client = new DemoClient(demo, gateway, token);
        this.out = out;
        this.patience = PATIENCE.plus(simulated.multipliedBy(2));
    }

    /**
     * Goes all the way round with one order after the other, printing each step.
     *
     * @throws Trouble saying which step did not happen
     */
    public void go() {
        out.println("The demo merchant has appId " + demo.appId() + ".");
        capture();
        payout("SUCCESS", List.of("SUCCESS"));
        payout("BOUNCEBACK", List.of("SUCCESS", "BOUNCEBACK"));
        link();
    }

    private void capture() {
        String requestId = begin("It captures 100 USD.");
        Asked asked = ask(
                "capture",
                data -> data.text("requestId", requestId)
                        .text("outTradeNo", "order-" + requestId)
                        .number("amount", "100")
                        .text("currency", "USD"));
        Told told = told(requestId, 1).getLast();
        done("capture " + asked.field("captureNo") + " was accepted, ended as " + told.field("status"));
    }

    /** @param remark what the simulator makes of it */
    private void payout(String remark, List<String> results) {
        String outTradeNo = begin(
                        "It pays 25.50 USD out" + (results.size() > 1 ? ", and the bank will return it." : "."))
                .replace('-', '_');
        Asked asked = ask(
                "paymentOrderPay",
                data -> data.text("outTradeNo", outTradeNo)
                        .text("country", "US")
                        .object("trade", trade -> trade.text("amount", "25.50").text("currency", "USD"))
                        .object(
                                "payeeInfo",
                                payee -> payee.text("paymentMethodType", "BANK_TRANSFER")
                                        .object("accountInfo", account -> account.text("accountNo", "123456789"))
                                        .object("name", name -> name.text("fullName", "Grace Hopper")))
                        .text("remark", remark));
        List<String> told = told(outTradeNo, results.size()).stream()
                .map(one -> one.field("status"))
                .toList();
        if (!told.equals(results)) {
            throw new Trouble("The merchant was told " + told + " (expected: " + results + ").");
        }
        done("payout " + asked.field("tradeNo") + " was accepted, ended as " + String.join(", then ", told));
    }

    private void link() {
        String linkId = begin("It makes a payment link over 40.00 USD, and a payer pays by it.");
        Asked asked = ask(
                "createPaybylink",
                data -> data.text("merchantLinkId", linkId)
                        .text("linkType", "ONETIME")
                        .text("country", "US")
                        .text("currency", "USD")
                        .text("totalAmount", "40.00")
                        .text("language", "en")
                        .text("description", "Two tickets")
                        .object("userInfo", user -> user.text("userId", "98"))
                        .array(
                                "goodsDetails",
                                List.of("Ticket"),
                                (goods, name) -> goods.text("goodsName", name)
                                        .text("goodsDescription", "Admits one")
                                        .text("quantity", "2")
                                        .text("price", "20.00")
                                        .text("goodsCurrency", "USD")
                                        .text("showUrl", "https://shop.example/ticket"))
                        .object("merchantInfo", merchant -> merchant.text("contactEmail", "help@shop.example")));
        URI page = URI.create(asked.field("linkUrl"));
        int opened = client.open(page);
        int paid = client.submit(
                page, "attempt=" + UUID.randomUUID().toString().replace("-", "") + "&method=CARD&outcome=SUCCESS");
        step("Page", "GET " + page + ": HTTP " + opened + "; its form sent, paying by card: HTTP " + paid);
        Told told = told(linkId, 1).getLast();
        done("payment link " + asked.field("linkId") + " was paid for " + told.field("totalAmount") + " "
                + told.field("currency"));
    }

    /** @return an id that was never used before */
    private String begin(String what) {
        out.println();
        out.println(what);
        steps = 0;
        return "demo-" + UUID.randomUUID();
    }

    private Asked ask(String api, Consumer<JsonWriter> data) {
        Asked asked = client.ask(api, data);
        sent = asked.sent();
        step(
                "Request",
                "POST " + asked.address() + ", header sign: " + asked.sign().substring(0, 12) + "... ("
                        + asked.sign().length() + " characters)",
                asked.request());
        step(
                "Answer",
                "HTTP " + asked.status() + " after " + asked.took().toMillis() + " ms, signature "
                        + (asked.verified() ? "verified" : "NOT verified"),
                asked.answer());
        if (!asked.field("code").equals("APPLY_SUCCESS")) {
            throw new Trouble("The " + api + " was refused with " + asked.field("code") + ".");
        }
        if (!asked.verified()) {
            throw new Trouble("The answer's signature does not verify with the key in the demo folder. Is another"
                    + " instance running at " + asked.address().resolve("/") + "?");
        }
        return asked;
    }

    /** Waits until so many results of an order were told, and prints each as it comes. */
    private List<Told> told(String about, int results) {
        long deadline = System.nanoTime() + patience.toNanos();
        int printed = 0;
        while (System.nanoTime() < deadline) {
            List<Told> told = client.told(about);
            for (Told one : told.subList(printed, told.size())) {
                printed++;
                step(
                        "Notification",
                        "received at " + demo.notifyUrl() + " after " + sinceSent() + ", signature "
                                + (one.verified() ? "verified, acknowledged" : "NOT verified"),
                        one.body());
                if (!one.verified()) {
                    throw new Trouble("The notification's signature does not verify with the gateway's key, so the demo"
                            + " merchant did not acknowledge it.");
                }
            }
            if (printed >= results) {
                return told;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        throw new Trouble("No notification arrived at " + demo.notifyUrl() + " in " + patience.toSeconds()
                + " s; the log of the service says why.");
    }

    private void done(String what) {
        out.println();
        out.println("Done: " + what + ", and its merchant has acknowledged the news.");
    }

    private void step(String title, String what, Bytes body) {
        step(title, what);
        out.println("   " + body.asUtf8());
    }

    private void step(String title, String what) {
        out.println();
        out.printf("%-16s %s%n", ++steps + "  " + title, what);
    }

    private String sinceSent() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sent) + " ms";
    }

    @Override
    public void close() {
        client.close();
    }
}
