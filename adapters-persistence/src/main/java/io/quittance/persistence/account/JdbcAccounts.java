package io.quittance.persistence.account;

import static io.quittance.persistence.database.OurWords.asking;
import static io.quittance.persistence.database.Sql.identifier;

import io.micronaut.context.annotation.Bean;
import io.micronaut.transaction.TransactionOperations;
import io.quittance.application.account.Accounts;
import io.quittance.application.account.NewAccount;
import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.account.Handle;
import io.quittance.domain.account.Route;
import io.quittance.domain.account.Routes;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.persistence.database.BodyTable;
import io.quittance.persistence.database.Fault;
import io.quittance.persistence.database.StatementFailed;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.registration.JdbcChanges;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Accounts in their three tables. A bean under its own type only, so that what is put in front of it is the one port. */
@Singleton
@Bean(typed = JdbcAccounts.class)
public final class JdbcAccounts implements Accounts {
    /** The bodies of its table. */
    public static final BodyTable BODIES = AccountRow.BODIES;

    private final AccountRows rows;
    private final AccountHandleRows handles;
    private final AccountRouteRows routes;
    private final TransactionOperations<Connection> transactions;
    private final BodyCipher cipher;
    private final JdbcChanges changes;

    JdbcAccounts(
            AccountRows rows,
            AccountHandleRows handles,
            AccountRouteRows routes,
            TransactionOperations<Connection> transactions,
            BodyCipher cipher,
            JdbcChanges changes) {
        this.rows = rows;
        this.handles = handles;
        this.routes = routes;
        this.transactions = transactions;
        this.cipher = cipher;
        this.changes = changes;
    }

    @Override
    public Added add(MerchantId merchant, NewAccount account) {
        try {
            return new Added.Opened(asking("open an account", () -> insert(merchant, account)));
        } catch (StatementFailed e) {
            if (e.fault() != Fault.DUPLICATE) {
                throw e;
            }
            return new Added.Taken();
        }
    }

    /** Within the transaction that goes on around it, if one does; fails by the unique key where it is there already. */
    public Account insert(MerchantId merchant, NewAccount account) {
        return transactions.executeWrite(status -> {
            AccountRow row = rows.save(AccountRow.of(merchant, account, cipher));
            return row.toAccount(named(row, account));
        });
    }

    private List<AccountHandleRow> named(AccountRow row, NewAccount account) {
        return account.handles().stream()
                .map(handle -> handles.save(AccountHandleRow.of(row.id(), handle)))
                .toList();
    }

    /** Frees the names of a merchant's accounts, within the transaction that goes on around it. */
    public void retire(MerchantId merchant) {
        rows.retire(merchant.value());
    }

    @Override
    public Optional<Account> byId(AccountId id) {
        return asking(
                        "find an account",
                        () -> withHandles(rows.findById(id.value()).stream().toList()))
                .stream()
                .findFirst();
    }

    @Override
    public List<Account> byMerchant(MerchantId merchant) {
        return asking(
                "find the accounts of a merchant", () -> withHandles(rows.findByMerchantIdOrderById(merchant.value())));
    }

    @Override
    public List<Account> byHandles(List<Handle> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        return asking("find accounts by their handles", () -> withHandles(named(wanted.getFirst()))).stream()
                .filter(account -> account.handles().containsAll(wanted))
                .toList();
    }

    private List<AccountRow> named(Handle handle) {
        List<Long> ids = handles.findByHandleAndKind(identifier(handle.value()), handle.kind()).stream()
                .map(AccountHandleRow::accountId)
                .toList();
        return ids.isEmpty() ? List.of() : rows.findByIdInOrderById(ids);
    }

    @Override
    public List<Account> all() {
        return asking("list the accounts", () -> withHandles(rows.findByRetiredOrderById(0)));
    }

    private List<Account> withHandles(List<AccountRow> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<Long, List<AccountHandleRow>> handlesOf =
                handles
                        .findByAccountIdInOrderById(
                                found.stream().map(AccountRow::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(AccountHandleRow::accountId));
        return found.stream()
                .map(row -> row.toAccount(handlesOf.getOrDefault(row.id(), List.of())))
                .toList();
    }

    @Override
    public Optional<Settings> settings(AccountId id) {
        return asking("find an account's settings", () -> rows.findById(id.value()))
                .map(row -> row.toSettings(cipher));
    }

    @Override
    public Changed change(AccountId id, int version, NewAccount next, List<FieldChange> fields, Deed deed) {
        try {
            return asking(
                    "change an account",
                    () -> transactions.executeWrite(status -> rows.lock(id.value())
                            .filter(row -> row.version() == version)
                            .<Changed>map(
                                    row -> new Changed.Renewed(changed(row.next(next, cipher), next, fields, deed)))
                            .orElseGet(Changed.Outdated::new)));
        } catch (StatementFailed e) {
            if (e.fault() != Fault.DUPLICATE) {
                throw e;
            }
            return new Changed.Taken();
        }
    }

    private Account changed(AccountRow row, NewAccount next, List<FieldChange> fields, Deed deed) {
        rows.change(row.id(), row.names(), row.settingsBody(), row.settingsKey(), row.version());
        handles.deleteByAccountId(row.id());
        changes.keep(new MerchantId(row.merchantId()), fields, deed);
        return row.toAccount(named(row, next));
    }

    @Override
    public Routes routes(MerchantId merchant) {
        return new Routes(
                asking("find the routes of a merchant", () -> routes.findByMerchantId(merchant.value())).stream()
                        .map(AccountRouteRow::toRoute)
                        .toList());
    }

    @Override
    public void route(MerchantId merchant, Route rule) {
        asking(
                "set a route",
                () -> transactions.executeWrite(status -> {
                    remove(merchant, rule.when());
                    return routes.save(AccountRouteRow.of(merchant, rule));
                }));
    }

    @Override
    public boolean unroute(MerchantId merchant, Route.When when) {
        return asking(
                "take a route away",
                () -> transactions.executeWrite(status -> {
                    boolean there = routes(merchant).rules().stream()
                            .anyMatch(rule -> rule.when().equals(when));
                    remove(merchant, when);
                    return there;
                }));
    }

    private void remove(MerchantId merchant, Route.When when) {
        routes.remove(
                merchant.value(),
                AccountRouteRow.service(when),
                AccountRouteRow.currency(when),
                AccountRouteRow.country(when));
    }
}
