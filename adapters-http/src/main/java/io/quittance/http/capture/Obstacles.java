package io.quittance.http.capture;

import io.quittance.domain.authorization.Authorization.Obstacle;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.WireCode;

/** How the wire says that an authorization does not allow something. PayerMax has no list for it; error-code pages. */
final class Obstacles {
    private static final String ORDER = "data.outTradeNo";

    private Obstacles() {}

    /** @param data of the request that is not allowed */
    static Refusal refusal(Obstacle why, Fields data) {
        return switch (why) {
            case OTHER_CURRENCY ->
                data.refusal(WireCode.CURRENCY_INVALID, "currency", "the currency that was authorized");
            case ABOVE_AUTHORIZED ->
                data.refusal(WireCode.AMOUNT_INVALID, "amount", "at most the amount that was authorized");
            case CLOSED ->
                Refusal.described(
                        WireCode.ORDER_CLOSED, ORDER, "captured or cancelled", "an authorization that is open");
            case EXPIRED ->
                Refusal.described(WireCode.AUTH_EXPIRED, ORDER, "expired", "an authorization of the last seven days");
            case IN_FLIGHT ->
                Refusal.described(
                        WireCode.PAYMENT_PROCESSING,
                        ORDER,
                        "being captured or cancelled",
                        "an authorization of which nothing is in progress");
        };
    }
}
