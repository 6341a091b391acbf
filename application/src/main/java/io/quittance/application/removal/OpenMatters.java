package io.quittance.application.removal;

import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.merchant.MerchantId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** What of a merchant is not settled, counted for persons: no locks, and what a transaction has not committed is not seen. */
@FunctionalInterface
public interface OpenMatters {
    Open of(MerchantId merchant);

    /**
     * @param orders that have not ended, by their kind; none of a kind of which all have
     * @param deliveries messages that it is owed, be they parked
     * @param errands questions that upstream is still to be asked
     * @param discrepancies that no person has ended
     */
    record Open(Map<ObjectRef.Kind, Long> orders, long deliveries, long errands, long discrepancies) {
        public Open {
            Map<ObjectRef.Kind, Long> some = new EnumMap<>(ObjectRef.Kind.class);
            orders.forEach((kind, count) -> {
                if (count > 0) {
                    some.put(kind, count);
                }
            });
            orders = Collections.unmodifiableMap(some);
        }

        public boolean nothing() {
            return orders.isEmpty() && deliveries == 0 && errands == 0 && discrepancies == 0;
        }
    }
}
