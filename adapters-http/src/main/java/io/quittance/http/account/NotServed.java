package io.quittance.http.account;

import io.quittance.domain.account.Service;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.WireCode;

/** The refusal for a merchant who asks for something that no account does to which its routes lead; nothing is kept of the request. */
public final class NotServed {
    private NotServed() {}

    public static Refusal refusal(Service service) {
        return Refusal.described(
                WireCode.CONTRACT_INVALID,
                "account",
                "the routes of this merchant lead to none that serves " + named(service) + " here",
                "one that does");
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
