package io.quittance.domain.account;

/** What an acquirer may do for a merchant: one for each kind of order that a merchant begins. The names stand in the database. */
public enum Service {
    /** Collects from an authorized order. */
    CAPTURE,
    /** Gives an authorized order back. */
    CANCEL,
    /** Pays money out. */
    PAYOUT,
    /** Has a page where a payer pays. */
    PAYMENT_LINK,
    /** Answers requests of APIs that we pass on without understanding them. */
    RELAY
}
