package io.quittance.persistence.merchant;

import static io.quittance.persistence.database.OurWords.asking;
import static io.quittance.persistence.database.Sql.identifier;

import io.micronaut.context.annotation.Bean;
import io.micronaut.transaction.TransactionOperations;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.merchant.Registration;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.persistence.account.JdbcAccounts;
import io.quittance.persistence.database.Fault;
import io.quittance.persistence.database.StatementFailed;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Merchants in the tables {@code merchant} and {@code merchant_key}. A bean under its own type only, so that what is put
 * in front of it can be the one {@link Merchants}.
 */
@Singleton
@Bean(typed = JdbcMerchants.class)
public final class JdbcMerchants implements Merchants {
    private final MerchantRows rows;
    private final MerchantKeyRows keys;
    private final TransactionOperations<Connection> transactions;
    private final JdbcAccounts accounts;

    JdbcMerchants(
            MerchantRows rows,
            MerchantKeyRows keys,
            TransactionOperations<Connection> transactions,
            JdbcAccounts accounts) {
        this.rows = rows;
        this.keys = keys;
        this.transactions = transactions;
        this.accounts = accounts;
    }

    @Override
    public Added add(Registration registration) {
        try {
            return new Added.Registered(asking("register a merchant", () -> insert(registration)));
        } catch (StatementFailed e) {
            if (e.fault() != Fault.DUPLICATE) {
                throw e;
            }
            return byApp(registration.app()).isPresent() ? new Added.AppTaken() : new Added.AccountTaken();
        }
    }

    private Merchant insert(Registration registration) {
        return transactions.executeWrite(status -> {
            MerchantRow row = rows.save(MerchantRow.of(registration));
            Merchant merchant = row.toMerchant(List.of(keys.save(MerchantKeyRow.of(row.id(), registration.key()))));
            registration.accounts().forEach(account -> accounts.insert(merchant.id(), account));
            return merchant;
        });
    }

    @Override
    public Optional<Merchant> byApp(AppId app) {
        return asking("find a merchant", () -> withKeys(rows.findByAppId(identifier(app.value()))));
    }

    @Override
    public Optional<Merchant> byId(MerchantId id) {
        return asking("find a merchant", () -> withKeys(rows.findById(id.value())));
    }

    @Override
    public List<Merchant> all() {
        return asking("list the merchants", () -> withKeys(rows.listOrderByAppId()));
    }

    @Override
    public boolean enable(AppId app, boolean enabled) {
        return asking("enable or disable a merchant", () -> {
            rows.setEnabled(identifier(app.value()), enabled);
            return rows.findByAppId(identifier(app.value())).isPresent();
        });
    }

    @Override
    public boolean setNotifyUrl(AppId app, URI notifyUrl) {
        return asking("set a merchant's address", () -> {
            rows.setNotifyUrl(identifier(app.value()), notifyUrl.toString());
            return rows.findByAppId(identifier(app.value())).isPresent();
        });
    }

    private Optional<Merchant> withKeys(Optional<MerchantRow> row) {
        return withKeys(row.stream().toList()).stream().findFirst();
    }

    private List<Merchant> withKeys(List<MerchantRow> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        List<Long> ids = found.stream().map(MerchantRow::id).toList();
        Map<Long, List<MerchantKeyRow>> keysOf = keys.findByMerchantIdInOrderById(ids).stream()
                .collect(Collectors.groupingBy(MerchantKeyRow::merchantId));
        return found.stream()
                .map(row -> row.toMerchant(keysOf.getOrDefault(row.id(), List.of())))
                .toList();
    }
}
