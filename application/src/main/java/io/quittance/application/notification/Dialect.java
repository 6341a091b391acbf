package io.quittance.application.notification;

/** How a kind of message is acknowledged; the names stand in the database. */
public enum Dialect {
    /** {@code {"code":"SUCCESS","msg":"Success"}}; the code alone counts. */
    ENVELOPED,
    /** {@code {"bizCode":"0000","message":"success"}}; the bizCode alone counts. Payouts only. */
    LEGACY
}
