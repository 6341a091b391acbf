package io.quittance.http.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.domain.authorization.Authorization;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.List;
import java.util.Optional;

/** A merchant and upstream in one: asks a live gateway for cancels and captures, and tells it of payments, signed. */
public final class Teller implements AutoCloseable {
    public static final String BASE = "/aggregate-pay/api/gateway/";
    public static final String ACKNOWLEDGED = "{\"code\":\"SUCCESS\",\"msg\":\"Success\"}";

    public final LiveGateway gateway = new LiveGateway();
    private final Client client = new Client(gateway);

    /** @param data the fields of {@code data}, in JSON without the braces */
    public Answer ask(String api, String data) {
        return ask(api, data, LiveGateway.APP, LiveGateway.NO, Keys.MERCHANT.getPrivate());
    }

    public Answer ask(String api, String data, String app, String no, PrivateKey key) {
        byte[] body = """
            {"version":"1.4","keyVersion":"1","requestTime":"%s","appId":"%s","merchantNo":"%s","data":{%s}}\
            """.formatted(LiveGateway.NOW, app, no, data).getBytes(StandardCharsets.UTF_8);
        return client.post(BASE + api, body, List.of(Keys.sign(key, body)));
    }

    public Answer cancel(String request, String order) {
        return ask("cancel", "\"requestId\":\"%s\",\"outTradeNo\":\"%s\"".formatted(request, order));
    }

    public Answer capture(String request, String order, String amount, String currency) {
        return ask(
                "capture",
                "\"requestId\":\"%s\",\"outTradeNo\":\"%s\",\"amount\":%s,\"currency\":\"%s\""
                        .formatted(request, order, amount, currency));
    }

    public Answer tell(String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return client.post(path, bytes, List.of(Keys.sign(Keys.UPSTREAM.getPrivate(), bytes)));
    }

    public void told(String path, String body) {
        Answer answer = tell(path, body);
        assertEquals(ACKNOWLEDGED, answer.body().asUtf8());
        assertEquals(200, answer.status());
    }

    /** A notification to our merchant's account upstream. @param data in JSON without the braces */
    public static String notification(String type, String code, String data) {
        return """
            {"code":"%s","msg":"said","keyVersion":"1","appId":"%s","merchantNo":"%s",\
            "notifyTime":"2026-03-01T11:59:58.000Z","notifyType":"%s","data":{%s}}\
            """.formatted(code, LiveGateway.UPSTREAM_APP, LiveGateway.UPSTREAM_NO, type, data);
    }

    /** A successful payment of 100.50 USD. @param more further fields, with a comma before them */
    public static String payment(String order, String more) {
        return notification("PAYMENT", "APPLY_SUCCESS", """
            "outTradeNo":"%s","tradeToken":"T-%s","totalAmount":100.50,"currency":"USD","status":"SUCCESS",\
            "completeTime":"2026-03-01T11:59:30.000Z"%s\
            """.formatted(order, order, more));
    }

    public static String authorization(String order) {
        return payment(order, ",\"captureMode\":\"MANUAL\",\"authorizationType\":\"FINAL_AUTH\"");
    }

    public Payment payment(String order) {
        return gateway.store
                .payments()
                .find(gateway.merchant.id(), new OutTradeNo(order))
                .orElseThrow();
    }

    public Optional<Authorization.Hold> hold(String order) {
        return gateway.store
                .authorizations()
                .find(gateway.merchant.id(), new OutTradeNo(order))
                .map(Authorization::hold);
    }

    public static Json.Obj json(String text) {
        try {
            return (Json.Obj) JsonReader.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonFault e) {
            throw new AssertionError(text, e);
        }
    }

    @Override
    public void close() {
        gateway.close();
    }
}
