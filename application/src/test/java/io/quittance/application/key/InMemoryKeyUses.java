package io.quittance.application.key;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The twin of the table of uses. */
public final class InMemoryKeyUses implements KeptKeyUses {
    private final Map<String, Instant> uses = new ConcurrentHashMap<>();

    @Override
    public void keep(Map<String, Instant> some) {
        some.forEach((id, at) -> uses.merge(id, at, (one, other) -> one.isAfter(other) ? one : other));
    }

    @Override
    public Map<String, Instant> all() {
        return Map.copyOf(uses);
    }
}
