package io.quittance.http.wire;

import io.quittance.domain.merchant.AppId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Refuses those from whom too much has failed before a signature is checked. Only failures count, and only against the
 * address from which they came: whoever claims an app from elsewhere takes nothing from it. Who was verified lately as an app
 * at an address is held to what failed as that app there, and not to what his neighbours behind the same address do.
 *
 * <p>Those that are being checked when the limit is reached are checked to their end, so that nobody is refused because many
 * of his come at once.
 */
public final class StrangerGate {
    /** For how long it counts that somebody was verified. */
    static final Duration KNOWN_FOR = Duration.ofHours(1);

    private static final Duration REFRESHED_AFTER = Duration.ofMinutes(1);

    private final StrangerLimits limits;
    private final InstantSource clock;
    private final Optional<Failures<Source>> byAddress;
    private final Optional<Failures<Claim>> byApp;

    /** Who was verified, and when; at most {@link Failures#MOST}. */
    private final Map<Claim, Instant> known = new ConcurrentHashMap<>();

    private final Map<Limit, LongAdder> refused = new EnumMap<>(Limit.class);

    /** Of which limit one was too many. */
    public enum Limit {
        ADDRESS,
        APP
    }

    public StrangerGate(StrangerLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
        this.byAddress = limits.perAddress().stream()
                .mapToObj(limit -> new Failures<Source>(limit, clock))
                .findFirst();
        this.byApp = limits.perApp().stream()
                .mapToObj(limit -> new Failures<Claim>(limit, clock))
                .findFirst();
        for (Limit limit : Limit.values()) {
            refused.put(limit, new LongAdder());
        }
    }

    private record Claim(Source from, String what, String app) {
        /** What is too long to be an app is none, and must not fill the memory. */
        static Claim of(Source from, String what, Optional<String> app) {
            return new Claim(
                    from,
                    what,
                    app.filter(id -> id.length() <= AppId.MAX_CHARACTERS).orElse(""));
        }
    }

    /**
     * @param what comes, as {@code request}
     * @param app as whom, if it says so
     * @throws Refusal if it is not to be checked
     */
    public void check(Source from, String what, Optional<String> app) throws Refusal {
        Claim claim = Claim.of(from, what, app);
        if (byApp.filter(failures -> failures.full(claim)).isPresent()) {
            refused.get(Limit.APP).increment();
            throw tooMany("appId", limits.perApp().orElseThrow() + " a minute as one app from one address");
        }
        if (byAddress.filter(failures -> failures.full(from)).isPresent() && !isKnown(claim)) {
            refused.get(Limit.ADDRESS).increment();
            throw tooMany("address", limits.perAddress().orElseThrow() + " a minute from one address");
        }
    }

    private static Refusal tooMany(String field, String most) {
        return Refusal.described(WireCode.TOO_MANY_REQUEST, field, "too many that failed", "at most " + most);
    }

    private boolean isKnown(Claim claim) {
        Instant verified = known.get(claim);
        return verified != null && !verified.plus(KNOWN_FOR).isBefore(clock.instant());
    }

    /** It failed: it could not be read, or nobody whom we know has signed it. */
    public void failed(Source from, String what, Optional<String> app) {
        byAddress.ifPresent(failures -> failures.add(from));
        byApp.ifPresent(failures -> failures.add(Claim.of(from, what, app)));
    }

    /** It was verified. */
    public void passed(Source from, String what, Optional<String> app) {
        Claim claim = Claim.of(from, what, app);
        Instant now = clock.instant();
        Instant before = known.get(claim);
        if (before != null && !before.plus(REFRESHED_AFTER).isBefore(now)) {
            return;
        }
        if (before == null && known.size() >= Failures.MOST) {
            known.values().removeIf(verified -> verified.plus(KNOWN_FOR).isBefore(now));
        }
        if (before != null || known.size() < Failures.MOST) {
            known.put(claim, now);
        }
    }

    /** How many were refused since the start; for metrics. */
    public long refused(Limit limit) {
        return refused.get(limit).sum();
    }
}
