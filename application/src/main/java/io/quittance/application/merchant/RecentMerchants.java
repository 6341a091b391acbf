package io.quittance.application.merchant;

import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Merchants as they were up to {@link #SPAN} ago, so that a request costs no look-up; a change that another process
 * makes counts within that span, one made here at once. Strangers are not remembered: they could fill the memory.
 */
public final class RecentMerchants implements Merchants {
    /** A change must be effective within a second. */
    public static final Duration SPAN = Duration.ofMillis(500);

    private final Merchants merchants;
    private final InstantSource clock;
    private final Map<AppId, Seen> byApp = new ConcurrentHashMap<>();
    private final Map<MerchantId, Seen> byId = new ConcurrentHashMap<>();

    private volatile SeenAll all = new SeenAll(List.of(), Instant.MIN);

    private record Seen(Merchant merchant, Instant at) {}

    private record SeenAll(List<Merchant> merchants, Instant at) {}

    public RecentMerchants(Merchants merchants, InstantSource clock) {
        this.merchants = merchants;
        this.clock = clock;
    }

    @Override
    public Optional<Merchant> byApp(AppId app) {
        return recent(byApp, app, merchants::byApp);
    }

    @Override
    public Optional<Merchant> byId(MerchantId id) {
        return recent(byId, id, merchants::byId);
    }

    private <K> Optional<Merchant> recent(Map<K, Seen> memory, K key, Function<K, Optional<Merchant>> ask) {
        Instant now = clock.instant();
        Seen seen = memory.get(key);
        if (seen != null && recent(seen.at(), now)) {
            return Optional.of(seen.merchant());
        }
        Optional<Merchant> found = ask.apply(key);
        found.ifPresentOrElse(merchant -> memory.put(key, new Seen(merchant, now)), () -> memory.remove(key));
        return found;
    }

    /** Remembered, too: whoever posts to a callback that names nobody makes us ask. */
    @Override
    public List<Merchant> all() {
        Instant now = clock.instant();
        SeenAll seen = all;
        if (recent(seen.at(), now)) {
            return seen.merchants();
        }
        List<Merchant> found = merchants.all();
        all = new SeenAll(found, now);
        return found;
    }

    private static boolean recent(Instant seenAt, Instant now) {
        return !now.isBefore(seenAt) && seenAt.isAfter(now.minus(SPAN));
    }

    @Override
    public Added add(Registration registration) {
        Added added = merchants.add(registration);
        forget();
        return added;
    }

    @Override
    public boolean enable(AppId app, boolean enabled) {
        boolean done = merchants.enable(app, enabled);
        forget();
        return done;
    }

    @Override
    public boolean setNotifyUrl(AppId app, URI notifyUrl) {
        boolean done = merchants.setNotifyUrl(app, notifyUrl);
        forget();
        return done;
    }

    private void forget() {
        byApp.clear();
        byId.clear();
        all = new SeenAll(List.of(), Instant.MIN);
    }
}
