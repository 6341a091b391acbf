package io.quittance.application.upstream;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import io.quittance.application.account.Holder;
import io.quittance.domain.account.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Accounts whose keys or registration their acquirer refuses, or whose requests do not even reach it as the address is
 * wrong, as people are told of them. Their lanes wait: one errand at a time is tried every {@link #SPAN}, and the first that
 * gets through lets the rest go on. Kept in memory: a new instance finds out by itself.
 */
public final class HeldAccounts {
    public static final Duration SPAN = Duration.ofMinutes(1);

    private static final System.Logger LOG = System.getLogger(HeldAccounts.class.getName());

    private final Map<AccountId, Held> held = new ConcurrentHashMap<>();

    private record Held(Holder holder, String why) {
        String line() {
            return "app " + holder.merchant().app() + ", account "
                    + holder.account().id() + " with " + holder.account().acquirer();
        }
    }

    /**
     * What an answer says of our configuration; only one about an order shows that upstream accepts it again. A person is
     * told of each refusal once, however often it comes.
     */
    public void heard(Holder holder, Answer<?> answer) {
        switch (answer) {
            case Answer.Misconfigured<?>(var _, var why) -> hold(holder, why);
            case Answer.Taken<?> _, Answer.Refused<?> _ -> release(holder);
            case Answer.NotProcessed<?> _, Answer.Unknown<?> _ -> {}
        }
    }

    private void hold(Holder holder, String why) {
        Held next = new Held(holder, why);
        Held before = held.put(holder.account().id(), next);
        if (before == null || !before.why().equals(why)) {
            LOG.log(
                    ERROR,
                    "our configuration does not work upstream for {0}: {1}; its errands are held and one is tried"
                            + " every minute",
                    next.line(),
                    why);
        }
    }

    private void release(Holder holder) {
        Held before = held.remove(holder.account().id());
        if (before != null) {
            LOG.log(INFO, "upstream accepts {0} again; its errands go on", before.line());
        }
    }

    /** Those held now; for metrics. */
    public Set<AccountId> all() {
        return Set.copyOf(held.keySet());
    }

    /** Which accounts are held and why, a line each; for health. */
    public List<String> reasons() {
        return held.values().stream()
                .map(one -> one.line() + ": " + one.why())
                .sorted()
                .toList();
    }
}
