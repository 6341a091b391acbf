package io.quittance.http.signing;

import io.quittance.domain.key.KeyRing;
import io.quittance.domain.key.Term;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of keys that something was signed with though they do not count: one that has ended is still in use somewhere, or
 * somebody else has it. The log is told of each once a minute.
 */
@Singleton
public final class RestingKeys {
    static final Duration SILENCE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(RestingKeys.class);

    private final InstantSource clock;

    /** Of keys that are registered, so there are not many. */
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    public RestingKeys(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @param what was signed, as {@code a request of app A1}
     * @param id the key's fingerprint
     * @return which key that was, and why it does not count, as {@code signed with the key 3b24..., which ended at ...}
     */
    public String refused(String what, String id, Term term) {
        Instant now = clock.instant();
        String why = "signed with the key " + KeyRing.shown(id) + ", which " + term.rest(now);
        boolean tell = told.merge(id, now, (last, next) -> isOver(last, next) ? next : last)
                .equals(now);
        if (tell) {
            LOG.warn("refused {}: it is {}", what, why);
        }
        return why;
    }

    /** A clock that was set back silences nobody. */
    private static boolean isOver(Instant last, Instant now) {
        return now.isBefore(last) || !now.isBefore(last.plus(SILENCE));
    }
}
