package io.quittance.http.live;

import io.quittance.application.merchant.Merchants;
import io.quittance.application.merchant.Registration;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Merchants behind a database that may be away. */
record Breakable(Merchants merchants, Runnable breaking) implements Merchants {
    private Merchants now() {
        breaking.run();
        return merchants;
    }

    @Override
    public Added add(Registration registration) {
        return now().add(registration);
    }

    @Override
    public Optional<Merchant> byApp(AppId app) {
        return now().byApp(app);
    }

    @Override
    public Optional<Merchant> byId(MerchantId id) {
        return now().byId(id);
    }

    @Override
    public List<Merchant> all() {
        return now().all();
    }

    @Override
    public boolean enable(AppId app, boolean enabled) {
        return now().enable(app, enabled);
    }

    @Override
    public boolean setNotifyUrl(AppId app, URI notifyUrl) {
        return now().setNotifyUrl(app, notifyUrl);
    }
}
