package io.quittance.http.south;

import io.quittance.http.json.Json;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.OddNews;
import io.quittance.http.live.Page;
import java.util.Set;
import java.util.stream.Stream;

/** A notification page: where it is told, which of its fields decide what became of the money, which nobody reads. */
enum NewsPage {
    PAYOUT(
            "/disbursementResultNotifyUrl",
            "payout-notification/notification.json",
            "outTradeNo",
            Set.of("data.outTradeNo", "data.status", "data.trade", "data.trade.amount", "data.trade.currency"),
            Set.of("code", "msg", "keyVersion")),
    LEGACY_PAYOUT(
            "/delSuffixStart12/" + LiveGateway.APP,
            "payout-legacy-notification/notification.json",
            "orderId",
            Set.of("orderId", "status", "source", "source.amount", "source.currency"),
            Set.of()),
    LINK(
            "/payLinkResultNotifyUrl",
            "link-notification/notification.json",
            "merchantLinkId",
            Set.of(
                    "data.merchantLinkId",
                    "data.linkStatus",
                    "data.totalAmount",
                    "data.currency",
                    "data.payByLinkInfo",
                    "data.payByLinkInfo[0].outTradeNo",
                    "data.payByLinkInfo[0].status"),
            Set.of("code", "msg", "keyVersion", "paymentDetails")),
    PAYMENT(
            "/authResultNotifyUrl",
            "auth-notification/notification.json",
            "outTradeNo",
            Set.of("data.outTradeNo", "data.status", "data.totalAmount", "data.currency"),
            Set.of("keyVersion", "country", "authorizationType", "paymentDetails", "reference")),
    CAPTURE(
            "/captureResultNotifyUrl",
            "capture-notification/notification.json",
            "requestId",
            Set.of("data.requestId", "data.status"),
            Set.of("keyVersion", "isFinal")),
    CANCEL(
            "/cancelResultNotifyUrl",
            "cancel-notification/notification.json",
            "requestId",
            Set.of("data.requestId", "data.status"),
            Set.of("keyVersion"));

    final String address;
    private final String example;
    final String id;
    final Set<String> deciding;
    private final Set<String> unread;

    NewsPage(String address, String example, String id, Set<String> deciding, Set<String> unread) {
        this.address = address;
        this.example = example;
        this.id = id;
        this.deciding = deciding;
        this.unread = unread;
    }

    Json.Obj message() {
        return OddNews.read(Page.example(example));
    }

    /** Whether it says which one is meant, beside the merchant's own id. */
    boolean names(String path) {
        return switch (this) {
            case LINK -> path.equals("data.linkId");
            case CAPTURE -> path.equals("data.outTradeNo") || path.equals("data.captureNo");
            case CANCEL -> path.equals("data.outTradeNo") || path.equals("data.cancelNo");
            case PAYOUT -> path.equals("data.tradeNo");
            case LEGACY_PAYOUT -> path.equals("tradeNo");
            case PAYMENT -> false;
        };
    }

    boolean reads(String path) {
        return Stream.of(path.split("[.\\[\\]]+")).noneMatch(unread::contains);
    }
}
