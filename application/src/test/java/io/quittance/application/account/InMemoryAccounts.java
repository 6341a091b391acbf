package io.quittance.application.account;

import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.application.registration.InMemoryChanges;
import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.account.Handle;
import io.quittance.domain.account.Route;
import io.quittance.domain.account.Routes;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The twin of the accounts' tables. */
public final class InMemoryAccounts implements Accounts {
    private final Memory memory;
    private final Rows<Long, Row> rows;
    private final Rows<Long, Routes> routes;
    private final InMemoryChanges changes;
    private long lastId;

    private record Row(Account account, Bytes settings, boolean retired) {}

    public InMemoryAccounts(Memory memory, InMemoryChanges changes) {
        this.memory = memory;
        rows = Rows.of(memory);
        routes = Rows.of(memory);
        this.changes = changes;
    }

    @Override
    public Added add(MerchantId merchant, NewAccount asked) {
        return memory.alone(() -> {
            if (isTaken(asked)) {
                return new Added.Taken();
            }
            Account account = new Account(new AccountId(++lastId), merchant, asked.acquirer(), asked.handles(), 1);
            rows.put(lastId, new Row(account, asked.settings(), false));
            return new Added.Opened(account);
        });
    }

    /** Whether an acquirer's account with these handles is there. */
    public boolean isTaken(NewAccount asked) {
        return !asked.handles().isEmpty() && like(asked).findAny().isPresent();
    }

    private Stream<Account> like(NewAccount asked) {
        return living().filter(one ->
                one.acquirer().equals(asked.acquirer()) && one.handles().equals(asked.handles()));
    }

    private Stream<Account> living() {
        return rows.all().filter(row -> !row.retired()).map(Row::account);
    }

    /** Frees the names of a merchant's accounts. */
    public void retire(MerchantId merchant) {
        byMerchant(merchant)
                .forEach(one -> rows.put(
                        one.id().value(),
                        new Row(one, settings(one.id()).orElseThrow().body(), true)));
    }

    private Stream<Account> accounts() {
        return rows.all().map(Row::account);
    }

    @Override
    public Optional<Account> byId(AccountId id) {
        return memory.read(() -> rows.get(id.value()).map(Row::account));
    }

    @Override
    public List<Account> byMerchant(MerchantId merchant) {
        return memory.read(
                () -> accounts().filter(one -> one.merchant().equals(merchant)).toList());
    }

    @Override
    public List<Account> byHandles(List<Handle> handles) {
        return handles.isEmpty()
                ? List.of()
                : memory.read(() -> accounts()
                        .filter(one -> one.handles().containsAll(handles))
                        .toList());
    }

    @Override
    public List<Account> all() {
        return memory.read(() -> living().toList());
    }

    @Override
    public Optional<Settings> settings(AccountId id) {
        return memory.read(
                () -> rows.get(id.value()).map(row -> new Settings(row.account().version(), row.settings())));
    }

    @Override
    public Changed change(AccountId id, int version, NewAccount next, List<FieldChange> fields, Deed deed) {
        return memory.alone(() -> {
            Optional<Account> known = byId(id).filter(one -> one.version() == version);
            if (known.isEmpty()) {
                return new Changed.Outdated();
            }
            if (!next.handles().isEmpty()
                    && like(next).anyMatch(one -> !one.id().equals(id))) {
                return new Changed.Taken();
            }
            Account old = known.get();
            Account renewed = new Account(id, old.merchant(), old.acquirer(), next.handles(), version + 1);
            rows.put(id.value(), new Row(renewed, next.settings(), false));
            changes.keep(old.merchant(), fields, deed);
            return new Changed.Renewed(renewed);
        });
    }

    @Override
    public Routes routes(MerchantId merchant) {
        return memory.read(() -> routes.get(merchant.value()).orElse(Routes.NONE));
    }

    @Override
    public void route(MerchantId merchant, Route rule) {
        memory.alone(() -> {
            routes.put(merchant.value(), routes(merchant).with(rule));
            return rule;
        });
    }

    @Override
    public boolean unroute(MerchantId merchant, Route.When when) {
        return memory.alone(() -> {
            Routes before = routes(merchant);
            routes.put(merchant.value(), before.without(when));
            return !before.equals(routes(merchant));
        });
    }
}
