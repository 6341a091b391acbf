package io.quittance.http.payout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.OwedNews;
import io.quittance.application.store.Given;
import io.quittance.domain.payout.Payout;
import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.Page;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.List;

/** A merchant and an upstream that talk about payouts with a live gateway, over HTTP and signed. */
final class PayoutDesk implements AutoCloseable {
    static final String GATEWAY = "/aggregate-pay/api/gateway/";
    static final String ENVELOPED = "/disbursementResultNotifyUrl";
    static final String LEGACY = "/delSuffixStart12";

    final LiveGateway gateway = new LiveGateway();
    private final Client client = new Client(gateway);

    @Override
    public void close() {
        gateway.close();
    }

    Answer ask(String api, String data) {
        return ask(api, data, LiveGateway.APP, Keys.MERCHANT);
    }

    Answer ask(String api, String data, String app, KeyPair keys) {
        byte[] body = ("{\"version\":\"1.4\",\"keyVersion\":\"1\",\"requestTime\":\"" + LiveGateway.NOW
                        + "\",\"requestId\":\"" + Given.unique("request") + "\",\"appId\":\"" + app + "\",\"data\":"
                        + data + "}")
                .getBytes(StandardCharsets.UTF_8);
        return client.post(GATEWAY + api, body, List.of(Keys.sign(keys.getPrivate(), body)));
    }

    /** A request that passes every check. */
    static String request(String order) {
        return "{\"outTradeNo\":\"" + order
                + "\",\"country\":\"PH\",\"trade\":{\"amount\":\"30.50\",\"currency\":\"PHP\"},"
                + "\"payeeInfo\":{\"paymentMethodType\":\"WALLET\",\"accountInfo\":{\"accountNo\":\"0812\"}},"
                + "\"reference\":\"mine\",\"notifyUrl\":\"https://merchant.example/payouts\"}";
    }

    Payout requested(String order) {
        Answer answer = ask("paymentOrderPay", request(order));
        assertEquals("APPLY_SUCCESS", answer.code(), answer.body()::asUtf8);
        return gateway.payout(order).orElseThrow();
    }

    Answer tell(String path, String body) {
        return tell(path, body, Keys.UPSTREAM);
    }

    Answer tell(String path, String body, KeyPair keys) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return client.post(path, bytes, List.of(Keys.sign(keys.getPrivate(), bytes)));
    }

    /** What upstream says in the enveloped form. */
    static String enveloped(String order, String status, String more) {
        return "{\"code\":\"APPLY_SUCCESS\",\"msg\":\"Success.\",\"keyVersion\":\"1\",\"appId\":\""
                + LiveGateway.UPSTREAM_APP
                + "\",\"merchantNo\":\"" + LiveGateway.UPSTREAM_NO
                + "\",\"notifyTime\":\"2026-03-01T11:59:58.000Z\",\"notifyType\":\"PAYOUT\",\"data\":{\"outTradeNo\":\""
                + order + "\",\"tradeNo\":\"UP-" + order
                + "\",\"transactionUtcTime\":\"2026-03-01T11:59:00 +0000\",\"status\":\"" + status
                + "\",\"trade\":{\"amount\":\"30.50\",\"currency\":\"PHP\"}" + more + "}}";
    }

    /** What upstream says in the flat form. */
    static String legacy(String order, int status, String more) {
        return "{\"orderId\":\"" + order + "\",\"tradeNo\":\"UP-" + order
                + "\",\"transactionUtcTime\":1772366340000,\"status\":" + status
                + ",\"source\":\"{\\\"amount\\\":\\\"30.50\\\",\\\"currency\\\":\\\"PHP\\\"}\"" + more + "}";
    }

    List<OwedNews> owed(Payout payout) {
        return gateway.owed(ObjectRef.of(payout.id()));
    }

    /** A page's example as the JSON that stands in its {@code data}. */
    static String dataOf(String page) {
        String text = Page.example(page);
        int data = text.indexOf("\"data\": ") + "\"data\": ".length();
        return text.substring(data, text.lastIndexOf('}')).strip();
    }
}
