package io.quittance.persistence.merchant;

import static io.quittance.persistence.database.OurWords.asking;
import static io.quittance.persistence.database.Sql.identifier;

import io.micronaut.context.annotation.Bean;
import io.micronaut.transaction.TransactionOperations;
import io.quittance.application.merchant.KeyChange;
import io.quittance.application.merchant.KeyChange.Made;
import io.quittance.application.merchant.MerchantChange;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.merchant.Registration;
import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.application.registration.KeptChange;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Endpoint;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.merchant.MerchantKey;
import io.quittance.persistence.account.JdbcAccounts;
import io.quittance.persistence.database.Fault;
import io.quittance.persistence.database.StatementFailed;
import io.quittance.persistence.registration.JdbcChanges;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Merchants in the tables {@code merchant}, {@code merchant_key} and {@code endpoint}. A bean under its own type only, so that what is put
 * in front of it can be the one {@link Merchants}.
 */
@Singleton
@Bean(typed = JdbcMerchants.class)
public final class JdbcMerchants implements Merchants {
    private final MerchantRows rows;
    private final MerchantKeyRows keys;
    private final EndpointRows endpoints;
    private final TransactionOperations<Connection> transactions;
    private final JdbcAccounts accounts;
    private final JdbcChanges changes;

    JdbcMerchants(
            MerchantRows rows,
            MerchantKeyRows keys,
            EndpointRows endpoints,
            TransactionOperations<Connection> transactions,
            JdbcAccounts accounts,
            JdbcChanges changes) {
        this.rows = rows;
        this.keys = keys;
        this.endpoints = endpoints;
        this.transactions = transactions;
        this.accounts = accounts;
        this.changes = changes;
    }

    @Override
    public Added add(Registration registration) {
        try {
            return new Added.Registered(asking("register a merchant", () -> insert(registration)));
        } catch (StatementFailed e) {
            if (e.fault() != Fault.DUPLICATE) {
                throw e;
            }
            return taken(registration);
        }
    }

    private Added taken(Registration registration) {
        if (byApp(registration.app()).isPresent()) {
            return new Added.AppTaken();
        }
        byte[] claim = RsaKeys.claim(registration.key().key());
        return asking("find whose key it is", () -> keys.existsByClaim(claim))
                ? new Added.KeyTaken()
                : new Added.AccountTaken();
    }

    private Merchant insert(Registration registration) {
        return transactions.executeWrite(status -> {
            MerchantRow row = rows.save(MerchantRow.of(registration));
            Merchant merchant =
                    row.toMerchant(List.of(keys.save(MerchantKeyRow.of(row.id(), registration.key()))), List.of());
            registration.accounts().forEach(account -> accounts.insert(merchant.id(), account));
            return merchant;
        });
    }

    @Override
    public List<Merchant> ever(AppId app) {
        return asking("find a merchant", () -> whole(rows.findByAppIdOrderByIdDesc(identifier(app.value()))));
    }

    @Override
    public Optional<Merchant> byId(MerchantId id) {
        return asking("find a merchant", () -> whole(rows.findById(id.value())));
    }

    @Override
    public List<Merchant> all() {
        return asking("list the merchants", () -> whole(rows.findByRetiredOrderByAppId(0)));
    }

    @Override
    public Optional<Changed> change(AppId app, MerchantChange change, Deed deed) {
        return asking(
                "change a merchant",
                () -> transactions.executeWrite(status -> locked(app).map(merchant -> {
                    List<FieldChange> fields = change.at(merchant);
                    Merchant made = change.made(merchant);
                    if (fields.isEmpty()) {
                        return new Changed(merchant, fields);
                    }
                    rows.change(
                            made.id().value(),
                            identifier(made.no().value()),
                            made.notifyUrl().toString(),
                            made.payoutDialect().name(),
                            made.enabled(),
                            made.hosts().toString());
                    made.endpoints().stream()
                            .filter(one -> !merchant.endpoints().contains(one))
                            .forEach(one -> keep(made.id(), one));
                    changes.keep(made.id(), fields, deed);
                    return new Changed(byId(made.id()).orElseThrow(), fields);
                })));
    }

    private void keep(MerchantId merchant, Endpoint endpoint) {
        EndpointRow row = EndpointRow.of(merchant, endpoint);
        if (row.id() == null) {
            endpoints.save(row);
        } else {
            endpoints.update(row);
        }
    }

    @Override
    public KeyChanged changeKey(AppId app, KeyChange change, Deed deed) {
        try {
            return asking(
                    "change a merchant's key",
                    () -> transactions.executeWrite(status -> locked(app)
                            .map(merchant -> changed(merchant, change, deed))
                            .orElseGet(KeyChanged.Unknown::new)));
        } catch (StatementFailed e) {
            if (e.fault() != Fault.DUPLICATE) {
                throw e;
            }
            return new KeyChanged.Taken();
        }
    }

    private KeyChanged changed(Merchant merchant, KeyChange change, Deed deed) {
        return switch (change.made(merchant, deed.at())) {
            case Made.Unmoved _ -> new KeyChanged.Done(merchant, false);
            case Made.Refused(var why) -> new KeyChanged.Refused(why);
            case Made.Moved(var key, var field) -> {
                keep(merchant, key);
                changes.keep(merchant.id(), List.of(field), deed);
                yield new KeyChanged.Done(byId(merchant.id()).orElseThrow(), true);
            }
        };
    }

    private void keep(Merchant merchant, MerchantKey key) {
        long id = merchant.id().value();
        keys.findByMerchantIdAndFingerprint(id, key.id())
                .ifPresentOrElse(
                        row -> keys.update(row.during(key.term())), () -> keys.save(MerchantKeyRow.of(id, key)));
    }

    @Override
    public boolean remove(AppId app, Deed deed) {
        return asking(
                "remove a merchant",
                () -> transactions.executeWrite(status -> {
                    Optional<Merchant> known = locked(app);
                    known.map(Merchant::id).ifPresent(id -> {
                        rows.retire(id.value(), deed.at());
                        keys.free(id.value());
                        accounts.retire(id);
                        changes.keep(id, List.of(REMOVAL), deed);
                    });
                    return known.isPresent();
                }));
    }

    @Override
    public List<KeptChange> changes(MerchantId id, int most) {
        return asking("read what was changed at a merchant", () -> changes.of(id, most));
    }

    @Override
    public void keep(MerchantId id, FieldChange change, Deed deed) {
        asking(
                "keep what was changed at a merchant",
                () -> transactions.executeWrite(status -> {
                    changes.keep(id, List.of(change), deed);
                    return change;
                }));
    }

    /** Until the transaction ends. */
    private Optional<Merchant> locked(AppId app) {
        return whole(rows.lockByAppId(identifier(app.value())));
    }

    private Optional<Merchant> whole(Optional<MerchantRow> row) {
        return whole(row.stream().toList()).stream().findFirst();
    }

    private List<Merchant> whole(List<MerchantRow> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        List<Long> ids = found.stream().map(MerchantRow::id).toList();
        Map<Long, List<MerchantKeyRow>> keysOf = keys.findByMerchantIdInOrderById(ids).stream()
                .collect(Collectors.groupingBy(MerchantKeyRow::merchantId));
        Map<Long, List<EndpointRow>> endpointsOf = endpoints.findByMerchantIdInOrderById(ids).stream()
                .collect(Collectors.groupingBy(EndpointRow::merchantId));
        return found.stream()
                .map(row -> row.toMerchant(
                        keysOf.getOrDefault(row.id(), List.of()), endpointsOf.getOrDefault(row.id(), List.of())))
                .toList();
    }
}
