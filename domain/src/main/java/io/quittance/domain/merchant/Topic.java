package io.quittance.domain.merchant;

/** What a merchant is told of; the names stand in the database. */
public enum Topic {
    CAPTURE,
    CANCEL,
    PAYOUT,
    PAYMENT_LINK,
    PAYMENT,
    /** What upstream tells and we pass on without understanding it, as of a refund. */
    NEWS
}
