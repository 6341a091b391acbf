package io.quittance.domain.merchant;

import java.util.Locale;

/** What a merchant is told of; the names stand in the database. */
public enum Topic {
    CAPTURE,
    CANCEL,
    PAYOUT,
    PAYMENT_LINK,
    PAYMENT,
    /** What upstream tells and we pass on without understanding it, as of a refund. */
    NEWS;

    /** As persons write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
