package io.quittance.application.upstream;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Merchants whose keys or registration upstream refuses, or whose requests do not even reach it as the address is wrong.
 * Their errands wait; one at a time is tried every {@link #SPAN}, and the first that gets through releases the rest.
 * Kept in memory: a new instance finds out by itself.
 */
public final class HeldMerchants {
    public static final Duration SPAN = Duration.ofMinutes(1);

    private static final System.Logger LOG = System.getLogger(HeldMerchants.class.getName());

    private final Map<MerchantId, Held> held = new ConcurrentHashMap<>();

    private record Held(AppId app, String why, Instant until) {}

    /**
     * What an answer says of our configuration; only one about an order shows that upstream accepts it again. A person is
     * told of each refusal once, however often it comes.
     */
    public void heard(Merchant merchant, Answer<?> answer, Instant now) {
        switch (answer) {
            case Answer.Misconfigured<?>(var _, var why) -> hold(merchant, why, now);
            case Answer.Taken<?> _, Answer.Refused<?> _ -> release(merchant);
            case Answer.NotProcessed<?> _, Answer.Unknown<?> _ -> {}
        }
    }

    private void hold(Merchant merchant, String why, Instant now) {
        Held before = held.put(merchant.id(), new Held(merchant.app(), why, now.plus(SPAN)));
        if (before == null || !before.why().equals(why)) {
            LOG.log(
                    ERROR,
                    "our configuration does not work upstream for app {0}: {1}; its errands are held and one is tried"
                            + " every minute",
                    merchant.app(),
                    why);
        }
    }

    private void release(Merchant merchant) {
        if (held.remove(merchant.id()) != null) {
            LOG.log(INFO, "upstream accepts app {0} again; its errands go on", merchant.app());
        }
    }

    /** When the next errand of that merchant may be tried; empty for now. Lets one through when the time has come. */
    public Optional<Instant> until(MerchantId merchant, Instant now) {
        Held until = held.get(merchant);
        if (until == null) {
            return Optional.empty();
        }
        Held next = new Held(until.app(), until.why(), now.plus(SPAN));
        boolean probe = !now.isBefore(until.until()) && held.replace(merchant, until, next);
        return probe
                ? Optional.empty()
                : Optional.of(
                        Optional.ofNullable(held.get(merchant)).map(Held::until).orElse(now));
    }

    /** Those held now; for metrics. */
    public Set<MerchantId> all() {
        return Set.copyOf(held.keySet());
    }

    /** Which apps are held and why, a line each; for health. */
    public List<String> reasons() {
        return held.values().stream()
                .map(one -> "app " + one.app() + ": " + one.why())
                .sorted()
                .toList();
    }
}
