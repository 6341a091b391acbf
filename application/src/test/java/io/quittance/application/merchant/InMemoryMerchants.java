package io.quittance.application.merchant;

import io.quittance.application.account.InMemoryAccounts;
import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The twin of the merchants' tables. */
public final class InMemoryMerchants implements Merchants {
    private final Memory memory;
    private final InMemoryAccounts accounts;
    private final Rows<String, Merchant> rows;
    private long lastId;

    public InMemoryMerchants(Memory memory, InMemoryAccounts accounts) {
        this.memory = memory;
        this.accounts = accounts;
        rows = Rows.of(memory);
    }

    @Override
    public Added add(Registration asked) {
        return memory.alone(() -> {
            if (rows.get(asked.app().value()).isPresent()) {
                return new Added.AppTaken();
            }
            if (asked.accounts().stream().anyMatch(accounts::isTaken)) {
                return new Added.AccountTaken();
            }
            Merchant merchant = new Merchant(
                    new MerchantId(++lastId),
                    asked.app(),
                    asked.no(),
                    true,
                    asked.notifyUrl(),
                    asked.payoutDialect(),
                    List.of(asked.key()));
            rows.put(merchant.app().value(), merchant);
            asked.accounts().forEach(one -> accounts.add(merchant.id(), one));
            return new Added.Registered(merchant);
        });
    }

    @Override
    public Optional<Merchant> byApp(AppId app) {
        return memory.read(() -> rows.get(app.value()));
    }

    @Override
    public Optional<Merchant> byId(MerchantId id) {
        return all().stream().filter(merchant -> merchant.id().equals(id)).findFirst();
    }

    @Override
    public List<Merchant> all() {
        return memory.read(() -> rows.all().toList());
    }

    @Override
    public boolean enable(AppId app, boolean enabled) {
        return change(
                app,
                old -> new Merchant(
                        old.id(), old.app(), old.no(), enabled, old.notifyUrl(), old.payoutDialect(), old.keys()));
    }

    @Override
    public boolean setNotifyUrl(AppId app, URI notifyUrl) {
        return change(
                app,
                old -> new Merchant(
                        old.id(), old.app(), old.no(), old.enabled(), notifyUrl, old.payoutDialect(), old.keys()));
    }

    private boolean change(AppId app, UnaryOperator<Merchant> change) {
        return memory.alone(() -> {
            Optional<Merchant> row = rows.get(app.value());
            row.ifPresent(old -> rows.put(app.value(), change.apply(old)));
            return row.isPresent();
        });
    }
}
