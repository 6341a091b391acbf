package io.quittance.application.merchant;

import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.application.registration.KeptChange;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Merchants as they were up to {@link #SPAN} ago, so that a request costs no look-up; a change that another process
 * makes counts within that span, one made here at once. Strangers are remembered as well, but not more than {@link
 * #STRANGERS} at a time: they could fill the memory.
 */
public final class RecentMerchants implements Merchants {
    /** A change must be effective within a second. */
    public static final Duration SPAN = Duration.ofMillis(500);

    /** Ids that nobody has, remembered at a time; whoever makes up more costs a look-up each. */
    static final int STRANGERS = 1_024;

    private final Merchants merchants;
    private final InstantSource clock;

    /** Left behind as a whole by a change, so that what was looked up before it is not remembered after it. */
    private volatile Memory memory = new Memory();

    private record Seen(List<Merchant> merchants, Instant at) {}

    private static final class Memory {
        private final Map<AppId, Seen> byApp = new ConcurrentHashMap<>();
        private final Map<MerchantId, Seen> byId = new ConcurrentHashMap<>();
        private final Map<Object, Seen> strangers = Collections.synchronizedMap(new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, Seen> eldest) {
                return size() > STRANGERS;
            }
        });
        private volatile Seen all = new Seen(List.of(), Instant.MIN);
    }

    public RecentMerchants(Merchants merchants, InstantSource clock) {
        this.merchants = merchants;
        this.clock = clock;
    }

    @Override
    public List<Merchant> ever(AppId app) {
        Memory now = memory;
        return recent(now.byApp, now.strangers, app, merchants::ever);
    }

    @Override
    public Optional<Merchant> byId(MerchantId id) {
        Memory now = memory;
        return recent(
                        now.byId,
                        now.strangers,
                        id,
                        unknown -> merchants.byId(unknown).stream().toList())
                .stream()
                .findFirst();
    }

    private <K> List<Merchant> recent(
            Map<K, Seen> known, Map<Object, Seen> strangers, K key, Function<K, List<Merchant>> ask) {
        Instant now = clock.instant();
        Seen seen = Optional.ofNullable(known.get(key)).orElseGet(() -> strangers.get(key));
        if (seen != null && recent(seen.at(), now)) {
            return seen.merchants();
        }
        List<Merchant> found = ask.apply(key);
        if (found.isEmpty()) {
            known.remove(key);
            // Put at the end, as the eldest is forgotten first.
            strangers.remove(key);
            strangers.put(key, new Seen(found, now));
        } else {
            known.put(key, new Seen(found, now));
            strangers.remove(key);
        }
        return found;
    }

    /** Remembered, too: whoever posts to a callback that names nobody makes us ask. */
    @Override
    public List<Merchant> all() {
        Instant now = clock.instant();
        Memory current = memory;
        Seen seen = current.all;
        if (recent(seen.at(), now)) {
            return seen.merchants();
        }
        List<Merchant> found = merchants.all();
        current.all = new Seen(found, now);
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
    public Optional<Changed> change(AppId app, MerchantChange change, Deed deed) {
        Optional<Changed> changed = merchants.change(app, change, deed);
        forget();
        return changed;
    }

    @Override
    public KeyChanged changeKey(AppId app, KeyChange change, Deed deed) {
        KeyChanged changed = merchants.changeKey(app, change, deed);
        forget();
        return changed;
    }

    @Override
    public boolean remove(AppId app, Deed deed) {
        boolean done = merchants.remove(app, deed);
        forget();
        return done;
    }

    @Override
    public List<KeptChange> changes(MerchantId id, int most) {
        return merchants.changes(id, most);
    }

    @Override
    public void keep(MerchantId id, FieldChange change, Deed deed) {
        merchants.keep(id, change, deed);
    }

    private void forget() {
        memory = new Memory();
    }
}
