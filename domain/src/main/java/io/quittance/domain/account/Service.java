package io.quittance.domain.account;

/**
 * What an acquirer may do for a merchant: one for each kind of order that a merchant begins. The names stand in the database.
 * A new order of it names a currency and a country, or not.
 */
public enum Service {
    /** Collects from an authorized order. */
    CAPTURE(true, false),
    /** Gives an authorized order back. */
    CANCEL(false, false),
    /** Pays money out. */
    PAYOUT(true, true),
    /** Has a page where a payer pays. */
    PAYMENT_LINK(true, true),
    /** Answers requests of APIs that we pass on without understanding them. */
    RELAY(false, false);

    private final boolean currency;
    private final boolean country;

    Service(boolean currency, boolean country) {
        this.currency = currency;
        this.country = country;
    }

    /** Whether its orders may name a currency. */
    public boolean namesCurrency() {
        return currency;
    }

    /** Whether its orders may name a country. */
    public boolean namesCountry() {
        return country;
    }
}
