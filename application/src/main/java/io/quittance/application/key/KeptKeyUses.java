package io.quittance.application.key;

import java.time.Instant;
import java.util.Map;

/** When keys were last used, by their fingerprints, as all instances know it. Not for use inside a unit of work. */
public interface KeptKeyUses {
    /** A time that is earlier than what is kept changes nothing. */
    void keep(Map<String, Instant> uses);

    Map<String, Instant> all();
}
