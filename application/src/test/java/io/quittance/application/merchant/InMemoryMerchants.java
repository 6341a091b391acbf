package io.quittance.application.merchant;

import io.quittance.application.account.InMemoryAccounts;
import io.quittance.application.merchant.KeyChange.Made;
import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.application.registration.InMemoryChanges;
import io.quittance.application.registration.KeptChange;
import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Endpoint;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The twin of the merchants' tables. */
public final class InMemoryMerchants implements Merchants {
    private final Memory memory;
    private final InMemoryAccounts accounts;
    private final InMemoryChanges changes;

    /** The latest first. */
    private final Rows<Long, Merchant> rows;

    private long lastId;
    private long lastEndpoint;

    public InMemoryMerchants(Memory memory, InMemoryAccounts accounts, InMemoryChanges changes) {
        this.memory = memory;
        this.accounts = accounts;
        this.changes = changes;
        rows = new Rows<>(memory, Comparator.<Long>reverseOrder());
    }

    @Override
    public Added add(Registration asked) {
        return memory.alone(() -> {
            if (byApp(asked.app()).isPresent()) {
                return new Added.AppTaken();
            }
            if (isTaken(asked.key().key())) {
                return new Added.KeyTaken();
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
                    List.of(asked.key()),
                    List.of(),
                    Optional.empty(),
                    asked.hosts());
            rows.put(lastId, merchant);
            asked.accounts().forEach(one -> accounts.add(merchant.id(), one));
            return new Added.Registered(merchant);
        });
    }

    @Override
    public List<Merchant> ever(AppId app) {
        return memory.read(() -> rows.all().filter(one -> one.app().equals(app)).toList());
    }

    @Override
    public Optional<Merchant> byId(MerchantId id) {
        return memory.read(() -> rows.get(id.value()));
    }

    @Override
    public List<Merchant> all() {
        return memory.read(() ->
                living().sorted(Comparator.comparing(one -> one.app().value())).toList());
    }

    private Stream<Merchant> living() {
        return rows.all().filter(one -> one.removedAt().isEmpty());
    }

    @Override
    public Optional<Changed> change(AppId app, MerchantChange change, Deed deed) {
        return memory.alone(() -> byApp(app).map(old -> {
            List<FieldChange> fields = change.at(old);
            Merchant made = numbered(change.made(old));
            rows.put(old.id().value(), made);
            changes.keep(old.id(), fields, deed);
            return new Changed(made, fields);
        }));
    }

    /** Each of its endpoints has a number then, in the order in which they came. */
    private Merchant numbered(Merchant merchant) {
        List<Endpoint> endpoints = merchant.endpoints().stream()
                .map(one -> one.id().equals(EndpointId.NEW) ? numbered(one) : one)
                .sorted(Comparator.comparing(one -> one.id().number()))
                .toList();
        return new Merchant(
                merchant.id(),
                merchant.app(),
                merchant.no(),
                merchant.enabled(),
                merchant.notifyUrl(),
                merchant.payoutDialect(),
                merchant.keys(),
                endpoints,
                merchant.removedAt(),
                merchant.hosts());
    }

    private Endpoint numbered(Endpoint one) {
        return new Endpoint(
                EndpointId.further(++lastEndpoint),
                one.name(),
                one.url(),
                one.payoutDialect(),
                one.topics(),
                one.exclusive(),
                one.removedAt());
    }

    @Override
    public KeyChanged changeKey(AppId app, KeyChange change, Deed deed) {
        return memory.alone(() -> byApp(app)
                .map(old -> switch (change.made(old, deed.at())) {
                    case Made.Moved(var key, var _) when isTakenByOther(old, key.key()) -> new KeyChanged.Taken();
                    case Made.Moved(var key, var field) -> {
                        Merchant made = old.with(key);
                        rows.put(old.id().value(), made);
                        changes.keep(old.id(), List.of(field), deed);
                        yield new KeyChanged.Done(made, true);
                    }
                    case Made.Unmoved _ -> new KeyChanged.Done(old, false);
                    case Made.Refused(var why) -> new KeyChanged.Refused(why);
                })
                .orElseGet(KeyChanged.Unknown::new));
    }

    private boolean isTaken(PublicKey key) {
        return living().flatMap(one -> one.keys().stream()).anyMatch(one -> isSame(one.key(), key));
    }

    private boolean isTakenByOther(Merchant merchant, PublicKey key) {
        return living().filter(one -> !one.id().equals(merchant.id()))
                .flatMap(one -> one.keys().stream())
                .anyMatch(one -> isSame(one.key(), key));
    }

    private static boolean isSame(PublicKey one, PublicKey other) {
        return ((RSAPublicKey) one).getModulus().equals(((RSAPublicKey) other).getModulus());
    }

    @Override
    public boolean remove(AppId app, Deed deed) {
        return memory.alone(() -> {
            Optional<Merchant> known = byApp(app);
            known.ifPresent(old -> {
                rows.put(old.id().value(), removed(old, deed));
                accounts.retire(old.id());
                changes.keep(old.id(), List.of(REMOVAL), deed);
            });
            return known.isPresent();
        });
    }

    private static Merchant removed(Merchant old, Deed deed) {
        return new Merchant(
                old.id(),
                old.app(),
                old.no(),
                false,
                old.notifyUrl(),
                old.payoutDialect(),
                old.keys(),
                old.endpoints(),
                Optional.of(deed.at()),
                old.hosts());
    }

    @Override
    public List<KeptChange> changes(MerchantId id, int most) {
        return memory.read(() -> changes.of(id, most));
    }

    @Override
    public void keep(MerchantId id, FieldChange change, Deed deed) {
        memory.inOne(() -> {
            changes.keep(id, List.of(change), deed);
            return change;
        });
    }
}
