package io.quittance.application.account;

import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.account.Handle;
import io.quittance.domain.account.Route;
import io.quittance.domain.account.Routes;
import io.quittance.domain.merchant.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Accounts and routes as they were up to {@link #SPAN} ago, so that an order costs no look-up; a change that another
 * process makes counts within that span, one made here at once. What messages name is always looked up: strangers could
 * fill the memory.
 */
public final class RecentAccounts implements Accounts {
    /** A change must be effective within a second. */
    public static final Duration SPAN = Duration.ofMillis(500);

    private final Accounts accounts;
    private final InstantSource clock;
    private final Map<AccountId, Seen<Account>> byId = new ConcurrentHashMap<>();
    private final Map<MerchantId, Seen<List<Account>>> byMerchant = new ConcurrentHashMap<>();
    private final Map<MerchantId, Seen<Routes>> routes = new ConcurrentHashMap<>();

    private volatile Seen<List<Account>> all = new Seen<>(List.of(), Instant.MIN);

    private record Seen<T>(T seen, Instant at) {}

    public RecentAccounts(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Optional<Account> byId(AccountId id) {
        Instant now = clock.instant();
        Optional<Account> seen = recent(byId.get(id), now);
        if (seen.isPresent()) {
            return seen;
        }
        Optional<Account> found = accounts.byId(id);
        found.ifPresentOrElse(account -> byId.put(id, new Seen<>(account, now)), () -> byId.remove(id));
        return found;
    }

    @Override
    public List<Account> byMerchant(MerchantId merchant) {
        return remembered(byMerchant, merchant, accounts::byMerchant);
    }

    @Override
    public Routes routes(MerchantId merchant) {
        return remembered(routes, merchant, accounts::routes);
    }

    private <T> T remembered(Map<MerchantId, Seen<T>> memory, MerchantId merchant, Function<MerchantId, T> ask) {
        Instant now = clock.instant();
        return recent(memory.get(merchant), now).orElseGet(() -> {
            T found = ask.apply(merchant);
            memory.put(merchant, new Seen<>(found, now));
            return found;
        });
    }

    /** Remembered, too: whoever posts to a callback that names nobody makes us ask. */
    @Override
    public List<Account> all() {
        Instant now = clock.instant();
        return recent(all, now).orElseGet(() -> {
            List<Account> found = accounts.all();
            all = new Seen<>(found, now);
            return found;
        });
    }

    private static <T> Optional<T> recent(Seen<T> seen, Instant now) {
        boolean counts = seen != null && !now.isBefore(seen.at()) && seen.at().isAfter(now.minus(SPAN));
        return counts ? Optional.of(seen.seen()) : Optional.empty();
    }

    @Override
    public List<Account> byHandles(List<Handle> handles) {
        return accounts.byHandles(handles);
    }

    @Override
    public Optional<Settings> settings(AccountId id) {
        return accounts.settings(id);
    }

    @Override
    public Added add(MerchantId merchant, NewAccount account) {
        Added added = accounts.add(merchant, account);
        forget();
        return added;
    }

    @Override
    public Changed change(AccountId id, int version, NewAccount next, List<FieldChange> fields, Deed deed) {
        Changed changed = accounts.change(id, version, next, fields, deed);
        forget();
        return changed;
    }

    @Override
    public void route(MerchantId merchant, Route rule) {
        accounts.route(merchant, rule);
        forget();
    }

    @Override
    public boolean unroute(MerchantId merchant, Route.When when) {
        boolean done = accounts.unroute(merchant, when);
        forget();
        return done;
    }

    private void forget() {
        byId.clear();
        byMerchant.clear();
        routes.clear();
        all = new Seen<>(List.of(), Instant.MIN);
    }
}
