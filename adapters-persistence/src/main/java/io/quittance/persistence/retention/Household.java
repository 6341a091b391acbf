package io.quittance.persistence.retention;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.journal.ObjectRef.Kind;
import java.util.List;

/**
 * Orders that stay and go together, because each is judged by the others. What was asked of one authorized order is summed
 * up, so a capture that went alone would leave more to collect; and of payouts under one number each counts the attempts.
 *
 * @param kinds of order in it
 * @param shared whether several orders may be in one, by {@link #KEY}; else each is one by itself, by our number
 * @param held whether a row of {@code order_hold} with that key is locked first, as by everybody, and goes last
 */
record Household(List<Kind> kinds, boolean shared, boolean held) {
    /** What all orders of one have alike, where there may be several. */
    static final String KEY = "merchant_id, order_key";

    static final String BY_KEY = "merchant_id = ? and order_key = ?";

    private static final Household AUTHORIZED =
            new Household(List.of(Kind.CAPTURE, Kind.CANCEL, Kind.PAYMENT), true, true);

    private static final Household PAYOUTS = new Household(List.of(Kind.PAYOUT), true, false);

    /** Which household. @param name of the order that the merchant gave, or our number */
    record Key(long merchant, String name) implements Comparable<Key> {
        Object[] values() {
            return new Object[] {merchant, identifier(name)};
        }

        @Override
        public int compareTo(Key other) {
            int byMerchant = Long.compare(merchant, other.merchant);
            return byMerchant == 0 ? name.compareTo(other.name) : byMerchant;
        }
    }

    static Household of(Kind kind) {
        return switch (kind) {
            case CAPTURE, CANCEL, PAYMENT -> AUTHORIZED;
            case PAYOUT -> PAYOUTS;
            case PAYMENT_LINK, RELAY, NEWS -> new Household(List.of(kind), false, false);
        };
    }
}
