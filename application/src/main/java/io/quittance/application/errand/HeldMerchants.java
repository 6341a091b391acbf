package io.quittance.application.errand;

import io.quittance.domain.merchant.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Merchants whose keys or registration upstream refuses. Their errands wait; one at a time is tried every {@link #SPAN},
 * and the first that gets through releases the rest. Kept in memory: a new instance finds out by itself.
 */
public final class HeldMerchants {
    public static final Duration SPAN = Duration.ofMinutes(1);

    private final Map<MerchantId, Instant> until = new ConcurrentHashMap<>();

    public void hold(MerchantId merchant, Instant now) {
        until.put(merchant, now.plus(SPAN));
    }

    public void release(MerchantId merchant) {
        until.remove(merchant);
    }

    /** When the next errand of that merchant may be tried; empty for now. Lets one through when the time has come. */
    public Optional<Instant> until(MerchantId merchant, Instant now) {
        Instant end = until.get(merchant);
        if (end == null) {
            return Optional.empty();
        }
        boolean probe = !now.isBefore(end) && until.replace(merchant, end, now.plus(SPAN));
        return probe ? Optional.empty() : Optional.of(until.getOrDefault(merchant, now));
    }

    /** Those held now; for health and metrics. */
    public Set<MerchantId> all() {
        return Set.copyOf(until.keySet());
    }
}
