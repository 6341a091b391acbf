package io.quittance.http.live;

import io.quittance.application.merchant.KeyChange;
import io.quittance.application.merchant.MerchantChange;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.merchant.Registration;
import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.application.registration.KeptChange;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
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
    public List<Merchant> ever(AppId app) {
        return now().ever(app);
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
    public Optional<Changed> change(AppId app, MerchantChange change, Deed deed) {
        return now().change(app, change, deed);
    }

    @Override
    public KeyChanged changeKey(AppId app, KeyChange change, Deed deed) {
        return now().changeKey(app, change, deed);
    }

    @Override
    public boolean remove(AppId app, Deed deed) {
        return now().remove(app, deed);
    }

    @Override
    public List<KeptChange> changes(MerchantId id, int most) {
        return now().changes(id, most);
    }

    @Override
    public void keep(MerchantId id, FieldChange change, Deed deed) {
        now().keep(id, change, deed);
    }
}
