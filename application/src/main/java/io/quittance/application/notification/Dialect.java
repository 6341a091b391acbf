package io.quittance.application.notification;

import io.quittance.domain.merchant.PayoutDialect;

/** How a kind of message is acknowledged; the names stand in the database. */
public enum Dialect {
    /** {@code {"code":"SUCCESS","msg":"Success"}}; the code alone counts. */
    ENVELOPED,
    /** {@code {"bizCode":"0000","message":"success"}}; the bizCode alone counts. Payouts only. */
    LEGACY;

    /** In which news of payouts is acknowledged that is told in that form. */
    public static Dialect of(PayoutDialect payouts) {
        return switch (payouts) {
            case V2 -> ENVELOPED;
            case LEGACY -> LEGACY;
        };
    }
}
