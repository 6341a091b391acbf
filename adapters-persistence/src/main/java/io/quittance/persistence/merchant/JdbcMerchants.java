package io.quittance.persistence.merchant;

import static io.quittance.persistence.database.Sql.identifier;

import io.micronaut.context.annotation.Bean;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.exceptions.TransactionException;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.merchant.Registration;
import io.quittance.application.merchant.UpstreamKeys;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.persistence.database.Fault;
import io.quittance.persistence.database.StatementFailed;
import io.quittance.persistence.encryption.BodyCipher;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.PrivateKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Merchants in the tables {@code merchant} and {@code merchant_key}. A bean under its own type only, so that what is put
 * in front of it can be the one {@link Merchants}.
 */
@Singleton
@Bean(typed = JdbcMerchants.class)
public final class JdbcMerchants implements Merchants, UpstreamKeys {
    private final MerchantRows rows;
    private final MerchantKeyRows keys;
    private final TransactionOperations<Connection> transactions;
    private final BodyCipher cipher;

    JdbcMerchants(
            MerchantRows rows,
            MerchantKeyRows keys,
            TransactionOperations<Connection> transactions,
            BodyCipher cipher) {
        this.rows = rows;
        this.keys = keys;
        this.transactions = transactions;
        this.cipher = cipher;
    }

    @Override
    public Added add(Registration registration) {
        try {
            return new Added.Registered(asking("register a merchant", () -> insert(registration)));
        } catch (StatementFailed e) {
            if (e.fault() != Fault.DUPLICATE) {
                throw e;
            }
            return byApp(registration.app()).isPresent() ? new Added.AppTaken() : new Added.UpstreamAccountTaken();
        }
    }

    private Merchant insert(Registration registration) {
        return transactions.executeWrite(status -> {
            MerchantRow row = rows.save(MerchantRow.of(registration, cipher));
            return row.toMerchant(List.of(keys.save(MerchantKeyRow.of(row.id(), registration.key()))));
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
    public List<Merchant> byUpstream(Optional<AppId> app, Optional<MerchantNo> no) {
        return asking("find merchants by their account upstream", () -> withKeys(found(app, no)));
    }

    private List<MerchantRow> found(Optional<AppId> app, Optional<MerchantNo> no) {
        Optional<byte[]> appId = app.map(id -> identifier(id.value()));
        Optional<byte[]> merchantNo = no.map(number -> identifier(number.value()));
        if (appId.isPresent() && merchantNo.isPresent()) {
            return rows.findByUpstreamAppIdAndUpstreamMerchantNo(appId.get(), merchantNo.get());
        }
        return appId.map(rows::findByUpstreamAppIdOrderById)
                .or(() -> merchantNo.map(rows::findByUpstreamMerchantNoOrderById))
                .orElse(List.of());
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

    @Override
    public Optional<PrivateKey> privateKey(MerchantId merchant) {
        return asking("find a merchant's key", () -> rows.findById(merchant.value()))
                .flatMap(row -> row.toPrivateKey(cipher));
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

    /** Says in our words what Micronaut's exceptions say in theirs. */
    private static <T> T asking(String purpose, Supplier<T> question) {
        try {
            return question.get();
        } catch (DataAccessException | TransactionException | ConnectionException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql) {
                    throw Fault.translate(purpose, sql);
                }
            }
            throw e;
        }
    }
}
