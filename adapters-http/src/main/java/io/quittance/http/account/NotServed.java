package io.quittance.http.account;

import io.quittance.domain.account.Service;
import io.quittance.domain.text.Bytes;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.WireCode;

/** What a merchant is answered who asks for something that none of its accounts does; nothing is kept of the request. */
public final class NotServed {
    private NotServed() {}

    public static Bytes answer(Service service) {
        return Envelope.refused(
                WireCode.CONTRACT_INVALID,
                "no account of this merchant serves " + named(service)
                        + " of this currency and country (expected: one that does, and a route that leads there)");
    }

    private static String named(Service service) {
        return switch (service) {
            case CAPTURE -> "captures";
            case CANCEL -> "cancels";
            case PAYOUT -> "payouts";
            case PAYMENT_LINK -> "payment links";
            case RELAY -> "other APIs";
        };
    }
}
