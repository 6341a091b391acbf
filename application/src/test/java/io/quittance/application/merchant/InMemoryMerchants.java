package io.quittance.application.merchant;

import io.quittance.application.store.Memory;
import io.quittance.application.store.Rows;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.merchant.MerchantNo;
import java.net.URI;
import java.security.PrivateKey;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The twin of the merchants' tables. */
public final class InMemoryMerchants implements Merchants, UpstreamKeys {
    private final Memory memory;
    private final Rows<String, Row> rows;
    private long lastId;

    private record Row(Merchant merchant, Optional<PrivateKey> upstreamKey) {}

    public InMemoryMerchants(Memory memory) {
        this.memory = memory;
        rows = Rows.of(memory);
    }

    @Override
    public Added add(Registration asked) {
        return memory.alone(() -> {
            if (rows.get(asked.app().value()).isPresent()) {
                return new Added.AppTaken();
            }
            if (!byUpstream(
                            Optional.of(asked.upstream().app()),
                            Optional.of(asked.upstream().no()))
                    .isEmpty()) {
                return new Added.UpstreamAccountTaken();
            }
            Merchant merchant = new Merchant(
                    new MerchantId(++lastId),
                    asked.app(),
                    asked.no(),
                    true,
                    asked.notifyUrl(),
                    asked.payoutDialect(),
                    List.of(asked.key()),
                    asked.upstream());
            rows.put(merchant.app().value(), new Row(merchant, asked.upstreamPrivateKey()));
            return new Added.Registered(merchant);
        });
    }

    @Override
    public Optional<Merchant> byApp(AppId app) {
        return memory.read(() -> rows.get(app.value()).map(Row::merchant));
    }

    @Override
    public Optional<Merchant> byId(MerchantId id) {
        return all().stream().filter(merchant -> merchant.id().equals(id)).findFirst();
    }

    @Override
    public List<Merchant> byUpstream(Optional<AppId> app, Optional<MerchantNo> no) {
        if (app.isEmpty() && no.isEmpty()) {
            return List.of();
        }
        return all().stream()
                .filter(merchant ->
                        app.isEmpty() || app.get().equals(merchant.upstream().app()))
                .filter(merchant ->
                        no.isEmpty() || no.get().equals(merchant.upstream().no()))
                .toList();
    }

    @Override
    public List<Merchant> all() {
        return memory.read(() -> rows.all().map(Row::merchant).toList());
    }

    @Override
    public boolean enable(AppId app, boolean enabled) {
        return change(
                app,
                old -> new Merchant(
                        old.id(),
                        old.app(),
                        old.no(),
                        enabled,
                        old.notifyUrl(),
                        old.payoutDialect(),
                        old.keys(),
                        old.upstream()));
    }

    @Override
    public boolean setNotifyUrl(AppId app, URI notifyUrl) {
        return change(
                app,
                old -> new Merchant(
                        old.id(),
                        old.app(),
                        old.no(),
                        old.enabled(),
                        notifyUrl,
                        old.payoutDialect(),
                        old.keys(),
                        old.upstream()));
    }

    private boolean change(AppId app, UnaryOperator<Merchant> change) {
        return memory.alone(() -> {
            Optional<Row> row = rows.get(app.value());
            row.ifPresent(old -> rows.put(app.value(), new Row(change.apply(old.merchant()), old.upstreamKey())));
            return row.isPresent();
        });
    }

    @Override
    public Optional<PrivateKey> privateKey(MerchantId merchant) {
        return memory.read(() -> rows.all()
                .filter(row -> row.merchant().id().equals(merchant))
                .findFirst()
                .flatMap(Row::upstreamKey));
    }
}
