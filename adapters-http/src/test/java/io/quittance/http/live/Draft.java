package io.quittance.http.live;

import io.quittance.domain.paymentlink.PaymentLink;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A message in the making: fields hold raw JSON, so that anything can be written, sense or not. */
public final class Draft {
    private final Map<String, String> envelope;
    private final Map<String, String> data;

    private Draft(Map<String, String> envelope, Map<String, String> data) {
        this.envelope = new LinkedHashMap<>(envelope);
        this.data = new LinkedHashMap<>(data);
    }

    /** A capture request that passes every check. */
    public static Draft request(String requestId) {
        Map<String, String> envelope = new LinkedHashMap<>();
        envelope.put("version", "\"1.5\"");
        envelope.put("keyVersion", "\"1\"");
        envelope.put("requestTime", text(LiveGateway.NOW.toString()));
        envelope.put("appId", text(LiveGateway.APP));
        envelope.put("merchantNo", text(LiveGateway.NO));
        Map<String, String> data = new LinkedHashMap<>();
        data.put("requestId", text(requestId));
        data.put("outTradeNo", "\"ORDER-1\"");
        data.put("currency", "\"USD\"");
        data.put("amount", "100");
        return new Draft(envelope, data);
    }

    /** A notification of success that says everything that both versions of the page require. */
    public static Draft notification(String requestId) {
        Map<String, String> envelope = new LinkedHashMap<>();
        envelope.put("code", "\"APPLY_SUCCESS\"");
        envelope.put("msg", "\"Success.\"");
        envelope.put("keyVersion", "\"1\"");
        envelope.put("appId", text(LiveGateway.UPSTREAM_APP));
        envelope.put("merchantNo", text(LiveGateway.UPSTREAM_NO));
        envelope.put("notifyTime", "\"2026-03-01T11:59:58.000Z\"");
        envelope.put("notifyType", "\"CAPTURE\"");
        Map<String, String> data = new LinkedHashMap<>();
        data.put("captureNo", text("UP-" + requestId));
        data.put("requestId", text(requestId));
        data.put("outTradeNo", "\"ORDER-1\"");
        data.put("amount", "\"100.00\"");
        data.put("currency", "\"USD\"");
        data.put("status", "\"SUCCESS\"");
        data.put("isFinal", "\"true\"");
        data.put("createdTime", "\"2026-03-01T11:59:00 +0000\"");
        data.put("succeededTime", "\"2026-03-01T11:59:30 +0000\"");
        data.put("failedTime", "null");
        data.put("errorCode", "null");
        data.put("errorMsg", "null");
        return new Draft(envelope, data);
    }

    /** A request for a link that passes every check. */
    public static Draft link(String merchantLinkId) {
        return about(merchantLinkId)
                .with("data.linkType", "\"ONETIME\"")
                .with("data.country", "\"ID\"")
                .with("data.currency", "\"IDR\"")
                .with("data.totalAmount", "\"40000\"")
                .with("data.language", "\"en\"")
                .with("data.description", "\"Two pairs of shoes\"")
                .with("data.linkDescription", "\"our own note\"")
                .with("data.userInfo", "{\"userId\":\"98\",\"username\":\"Grace\"}")
                .with(
                        "data.goodsDetails",
                        "[{\"goodsName\":\"Shoes\",\"goodsDescription\":\"For winter\",\"quantity\":\"2\","
                                + "\"price\":\"20000\",\"goodsCurrency\":\"IDR\","
                                + "\"showUrl\":\"https://shop.example/1\"}]")
                .with(
                        "data.merchantInfo",
                        "{\"logoUrl\":\"https://shop.example/logo.png\",\"contactEmail\":\"help@shop.example\"}")
                .with("data.notifyUrl", "\"https://merchant.example/links\"");
    }

    /** A request to look at a link, or to end it. */
    public static Draft about(String merchantLinkId) {
        Draft some = request("none");
        return new Draft(some.envelope, Map.of()).with("data.merchantLinkId", text(merchantLinkId));
    }

    /** A notification that a link was paid, saying everything that the page requires. */
    public static Draft linkNotification(String merchantLinkId) {
        Draft some = notification("none").with("notifyType", "\"PAYBYLINK\"");
        return new Draft(some.envelope, Map.of())
                .with("data.linkId", text("up-" + merchantLinkId))
                .with("data.merchantLinkId", text(merchantLinkId))
                .with("data.totalAmount", "\"40000\"")
                .with("data.country", "\"ID\"")
                .with("data.currency", "\"IDR\"")
                .with("data.linkStatus", "\"ACTIVE\"")
                .with("data.expiresAt", "\"2026-03-02T12:00:00.000Z\"")
                .with("data.linkUrl", "\"https://up.example/abc\"")
                .with("data.qrCodeUrl", "\"https://up.example/abc.png\"")
                .with("data.linkDescription", "\"\"")
                .with(
                        "data.payByLinkInfo",
                        "[{\"outTradeNo\":\"T1\",\"status\":\"SUCCESS\","
                                + "\"completeAt\":\"2026-03-01T11:59:30.000Z\"}]");
    }

    /** The same about a link that upstream has, under the id that upstream gave it. */
    public static Draft linkNotification(PaymentLink link) {
        Draft draft = linkNotification(link.request().value());
        return link.opening() instanceof PaymentLink.Opening.Opened(var number, var _) && number.isPresent()
                ? draft.with("data.linkId", text(number.get().value()))
                : draft;
    }

    /**
     * The same with one field more or other.
     *
     * @param field as {@code appId}, {@code data} or {@code data.amount}
     * @param json what is to stand there
     */
    public Draft with(String field, String json) {
        Draft next = new Draft(envelope, data);
        if (field.startsWith("data.")) {
            next.data.put(field.substring("data.".length()), json);
        } else {
            next.envelope.put(field, json);
        }
        return next;
    }

    public Draft without(String field) {
        Draft next = new Draft(envelope, data);
        if (field.startsWith("data.")) {
            next.data.remove(field.substring("data.".length()));
        } else if (field.equals("data")) {
            next.data.clear();
            next.data.put("", "");
        } else {
            next.envelope.remove(field);
        }
        return next;
    }

    /** A JSON string; the text must need no escapes. */
    public static String text(String plain) {
        return '"' + plain + '"';
    }

    public byte[] bytes() {
        return json().getBytes(StandardCharsets.UTF_8);
    }

    public String json() {
        Map<String, String> all = new LinkedHashMap<>(envelope);
        if (!data.containsKey("")) {
            all.putIfAbsent("data", object(data));
        }
        return object(all);
    }

    private static String object(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> text(field.getKey()) + ":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
