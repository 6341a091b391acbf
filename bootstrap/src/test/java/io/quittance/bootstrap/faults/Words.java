package io.quittance.bootstrap.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quittance.bootstrap.faults.Order.Ending;
import io.quittance.bootstrap.faults.Order.Told;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Stream;

/** The documents of the protocol as the run writes and reads them, by the pages and by no code of the product. */
final class Words {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String THEN = "2026-11-01T10:00:00 +0000";

    private Words() {}

    static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(new String(body, UTF_8), e);
        }
    }

    /** As far as it is a document at all: whoever turns one away in a hurry need not write any. */
    static JsonNode readAny(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException _) {
            return JSON.missingNode();
        }
    }

    static String api(Order order) {
        return switch (order.kind()) {
            case CAPTURE -> "capture";
            case CANCEL -> "cancel";
            case PAYOUT -> "paymentOrderPay";
            case LINK -> "createPaybylink";
            case RELAY -> "refund";
            case PAYMENT -> throw new IllegalArgumentException(order.id() + ": nobody asks for a payment here");
        };
    }

    /** What the client asks for. */
    static String request(Order order, Shop shop) {
        String id = order.id();
        return switch (order.kind()) {
            case CAPTURE ->
                "{\"requestId\":\"%s\",\"outTradeNo\":\"%s\",\"currency\":\"USD\",\"amount\":%s}"
                        .formatted(id, order.outTradeNo(), order.amount());
            case CANCEL -> "{\"requestId\":\"%s\",\"outTradeNo\":\"%s\"}".formatted(id, order.outTradeNo());
            case PAYOUT -> """
                {"outTradeNo":"%s","country":"US","trade":{"amount":"%s","currency":"USD"},\
                "payeeInfo":{"paymentMethodType":"BANK_TRANSFER","accountInfo":{"accountNo":"123456789"},\
                "name":{"fullName":"Grace Hopper"}}}\
                """.formatted(id, order.amount());
            case LINK -> """
                {"merchantLinkId":"%s","linkType":"ONETIME","country":"US","currency":"USD","totalAmount":"%s",\
                "description":"Two tickets","userInfo":{"userId":"98"},"goodsDetails":[{"goodsName":"Ticket",\
                "goodsDescription":"Admits one","quantity":"1","price":"%s","goodsCurrency":"USD",\
                "showUrl":"https://shop.example/ticket"}]}\
                """.formatted(id, order.amount(), order.amount());
            case RELAY -> """
                {"outRefundNo":"%s","outTradeNo":"%s","refundAmount":%s,"refundCurrency":"USD",\
                "refundNotifyUrl":"%s"}\
                """.formatted(id, order.outTradeNo(), order.amount(), shop.notifyUrl());
            case PAYMENT -> throw new IllegalArgumentException(id + ": nobody asks for a payment here");
        };
    }

    /** Our number in the answer to that request; empty where there is none. */
    static String number(JsonNode answer) {
        return first(
                answer,
                "/data/captureNo",
                "/data/cancelNo",
                "/data/tradeNo",
                "/data/linkId",
                "/data/refundTradeNo",
                "/tradeNo");
    }

    /** The merchant's id of the order that a document is about. */
    static String about(JsonNode document) {
        return first(
                document,
                "/data/requestId",
                "/data/merchantLinkId",
                "/data/outRefundNo",
                "/data/outTradeNo",
                "/orderId");
    }

    /** How it ended, as a message tells; of a link, how its payment did. */
    static String result(JsonNode message) {
        return Dialect.in(message) == Dialect.LEGACY
                ? LegacyWords.result(message)
                : first(message, "/data/payByLinkInfo/0/status", "/data/status");
    }

    /** How much it is about, as a message tells; empty if it does not say. */
    static String amount(JsonNode message) {
        return Dialect.in(message) == Dialect.LEGACY
                ? LegacyWords.amount(message)
                : first(message, "/data/amount", "/data/trade/amount", "/data/totalAmount");
    }

    private static String first(JsonNode document, String... places) {
        return Stream.of(places)
                .map(place -> document.at(place).asText())
                .filter(text -> !text.isEmpty() && !text.equals("null"))
                .findFirst()
                .orElse("");
    }

    static String code(String code) {
        return "{\"code\":\"" + code + "\",\"msg\":\"as scripted\"}";
    }

    /** Upstream's answer that it has the order. @param status where it stands */
    static String has(Order order, String status) {
        return "{\"code\":\"APPLY_SUCCESS\",\"msg\":\"Success.\",\"data\":" + facts(order, status, order.amount())
                + "}";
    }

    private static String facts(Order order, String status, String amount) {
        String id = order.id();
        return switch (order.kind()) {
            case CAPTURE -> """
                {"captureNo":"UP-%s","requestId":"%s","outTradeNo":"%s","amount":"%s","currency":"USD",\
                "status":"%s","isFinal":true,"createdTime":"%s"%s}\
                """.formatted(id, id, order.outTradeNo(), amount, status, THEN, end(status));
            case CANCEL ->
                "{\"cancelNo\":\"UP-%s\",\"requestId\":\"%s\",\"outTradeNo\":\"%s\",\"status\":\"%s\",\"createdTime\":\"%s\"%s}"
                        .formatted(id, id, order.outTradeNo(), status, THEN, end(status));
            case PAYOUT -> """
                {"tradeNo":"UP-%s","outTradeNo":"%s","status":"%s","trade":{"amount":"%s","currency":"USD"},\
                "responseCode":"%s","responseMsg":""}\
                """.formatted(id, id, status, amount, status.equals("FAILED") ? "INVALID_ACCOUNT" : "");
            case LINK -> """
                {"linkId":"UP-%s","merchantLinkId":"%s","linkUrl":"https://pay.example/%s","linkStatus":"ACTIVE",\
                "qrCodeUrl":"https://pay.example/%s.png","expiresAt":"2027-01-01T10:00:00.000Z","totalAmount":"%s",\
                "country":"US","currency":"USD"%s}\
                """.formatted(id, id, id, id, amount, paid(id, status));
            case RELAY ->
                "{\"outRefundNo\":\"%s\",\"refundTradeNo\":\"UP-%s\",\"status\":\"%s\"}".formatted(id, id, status);
            case PAYMENT -> """
                {"outTradeNo":"%s","tradeToken":"UP-%s","status":"%s","totalAmount":%s,"currency":"USD",\
                "captureMode":"%s","completeTime":"%s"}\
                """.formatted(id, id, status, amount, order.sale() ? "AUTOMATIC" : "MANUAL", Instant.now());
        };
    }

    private static String paid(String id, String status) {
        return status.equals("PENDING")
                ? ""
                : ",\"payByLinkInfo\":[{\"outTradeNo\":\"T-" + id + "\",\"status\":\"" + status + "\"}]";
    }

    private static String end(String status) {
        return switch (status) {
            case "SUCCESS" -> ",\"succeededTime\":\"" + THEN + "\"";
            case "FAILED" -> ",\"failedTime\":\"" + THEN + "\",\"errorCode\":\"RISK_FAILED\"";
            default -> "";
        };
    }

    /** Where upstream tells of it. @param relayed the address that it was given with a request that was passed on */
    static String callback(Order order, Shop shop, String relayed) {
        return switch (order.kind()) {
            case CAPTURE -> "/captureResultNotifyUrl/" + shop.appId();
            case CANCEL -> "/cancelResultNotifyUrl/" + shop.appId();
            case PAYOUT ->
                Dialect.of(order) == Dialect.LEGACY
                        ? "/delSuffixStart12" + (order.number() % 3 == 0 ? "" : "/" + shop.appId())
                        : "/disbursementResultNotifyUrl/" + shop.appId();
            case LINK -> "/payLinkResultNotifyUrl/" + shop.appId();
            case RELAY -> relayed;
            case PAYMENT ->
                (order.number() % 2 == 0 ? "/authResultNotifyUrl/" : "/collectResultNotifyUrl/") + shop.appId();
        };
    }

    /** A message of upstream's, before anything is wrong with it but the amount. */
    static byte[] news(Order order, Shop shop, Told told) {
        String amount = told.form() == Told.Form.OTHER_AMOUNT
                ? new BigDecimal(order.amount()).add(BigDecimal.ONE).toPlainString()
                : order.amount();
        if (Dialect.of(order) == Dialect.LEGACY) {
            return LegacyWords.news(order, told.status(), amount);
        }
        String type = order.kind() == Order.Kind.LINK
                ? "PAYBYLINK"
                : order.kind() == Order.Kind.RELAY ? "REFUND" : order.kind().name();
        return """
            {"code":"%s","msg":"as scripted","keyVersion":"1","appId":"%s","merchantNo":"%s",\
            "notifyTime":"%s","notifyType":"%s","data":%s}\
            """.formatted(
                        told.status() == Ending.FAILED ? "PAYMENT_FAILED" : "APPLY_SUCCESS",
                        shop.appThere(),
                        shop.noThere(),
                        THEN,
                        type,
                        facts(order, told.status().name(), amount))
                .getBytes(UTF_8);
    }
}
