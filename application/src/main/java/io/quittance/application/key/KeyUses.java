package io.quittance.application.key;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When keys were last used, so that a person sees whether an old one may end. Kept now and then, as no request is to wait for
 * that; what a process saw last before it was killed is not known.
 */
public final class KeyUses {
    private final KeptKeyUses kept;
    private final InstantSource clock;

    /** Not kept yet. Of keys that are registered, so there are not many. */
    private final Map<String, Instant> fresh = new ConcurrentHashMap<>();

    public KeyUses(KeptKeyUses kept, InstantSource clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /** That key has verified something just now. @param id its fingerprint */
    public void used(String id) {
        fresh.put(id, clock.instant());
    }

    /** To be called from time to time. */
    public void keep() {
        Map<String, Instant> some = Map.copyOf(fresh);
        if (!some.isEmpty()) {
            kept.keep(some);
            some.forEach(fresh::remove);
        }
    }

    /** By their fingerprints; of other instances as of some seconds ago. */
    public Map<String, Instant> all() {
        keep();
        return kept.all();
    }
}
