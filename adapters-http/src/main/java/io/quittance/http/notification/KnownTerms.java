package io.quittance.http.notification;

import io.quittance.application.merchant.EndpointTerms;
import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.http.terms.TlsTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * On which terms endpoints are met over TLS, as they were up to {@link #SPAN} ago: which have some is looked up for all at once, and
 * what they are is read and parsed once for each version. A change that is made here counts at once; with the database away all stays
 * as it was.
 */
public final class KnownTerms implements Function<EndpointId, TlsTerms> {
    /** A change must be effective within a second. */
    static final Duration SPAN = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(KnownTerms.class);

    private final EndpointTerms kept;
    private final InstantSource clock;
    private final ReentrantLock looking = new ReentrantLock();
    private final Map<EndpointId, Versioned> parsed = new ConcurrentHashMap<>();
    private volatile Seen seen = new Seen(Map.of(), Instant.MIN);

    private record Seen(Map<EndpointId, Integer> versions, Instant at) {}

    /** @param version {@link EndpointTerms#NONE} where none were ever registered */
    public record Versioned(int version, TlsTerms terms) {}

    public KnownTerms(EndpointTerms kept, InstantSource clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /** @throws IllegalStateException if what is kept of it cannot be read: nobody is told without the terms that he has */
    @Override
    public TlsTerms apply(EndpointId endpoint) {
        int version = versions().getOrDefault(endpoint, EndpointTerms.NONE);
        if (version == EndpointTerms.NONE) {
            return TlsTerms.USUAL;
        }
        Versioned known = parsed.get(endpoint);
        if (known == null || known.version() < version) {
            known = now(endpoint);
            parsed.put(endpoint, known);
        }
        return known.terms();
    }

    /** Whether there is any endpoint that has some of its own. */
    public boolean any() {
        return !versions().isEmpty();
    }

    private Map<EndpointId, Integer> versions() {
        Seen known = seen;
        Instant now = clock.instant();
        boolean first = known.at().equals(Instant.MIN);
        boolean recent = !now.isBefore(known.at()) && known.at().isAfter(now.minus(SPAN));
        if (!first && recent) {
            return known.versions();
        }
        if (first) {
            looking.lock();
        } else if (!looking.tryLock()) {
            return known.versions();
        }
        try {
            seen = new Seen(kept.versions(), now);
        } catch (RuntimeException e) {
            if (first) {
                throw e;
            }
            LOG.debug("the terms of endpoints could not be looked up", e);
            seen = new Seen(known.versions(), now);
        } finally {
            looking.unlock();
        }
        return seen.versions();
    }

    /** As they are kept at this moment. */
    public Versioned now(EndpointId endpoint) {
        return kept.of(endpoint)
                .map(one -> new Versioned(one.version(), TlsTerms.read(one.body())))
                .orElse(new Versioned(EndpointTerms.NONE, TlsTerms.USUAL));
    }

    /** @return false if they are others by now than those that were looked at */
    public boolean change(
            MerchantId merchant,
            EndpointId endpoint,
            Versioned before,
            TlsTerms next,
            List<FieldChange> fields,
            Deed deed) {
        boolean done = kept.change(merchant, endpoint, before.version(), next.write(), fields, deed);
        seen = new Seen(Map.of(), Instant.MIN);
        return done;
    }
}
