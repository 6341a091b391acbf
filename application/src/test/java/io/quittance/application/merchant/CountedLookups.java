package io.quittance.application.merchant;

import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.application.registration.KeptChange;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often an app is looked up. */
record CountedLookups(Merchants merchants, AtomicInteger lookups) implements Merchants {
    @Override
    public List<Merchant> ever(AppId app) {
        lookups.incrementAndGet();
        return merchants.ever(app);
    }

    @Override
    public Added add(Registration registration) {
        return merchants.add(registration);
    }

    @Override
    public Optional<Merchant> byId(MerchantId id) {
        return merchants.byId(id);
    }

    @Override
    public List<Merchant> all() {
        return merchants.all();
    }

    @Override
    public Optional<Changed> change(AppId app, MerchantChange change, Deed deed) {
        return merchants.change(app, change, deed);
    }

    @Override
    public KeyChanged changeKey(AppId app, KeyChange change, Deed deed) {
        return merchants.changeKey(app, change, deed);
    }

    @Override
    public boolean remove(AppId app, Deed deed) {
        return merchants.remove(app, deed);
    }

    @Override
    public List<KeptChange> changes(MerchantId id, int most) {
        return merchants.changes(id, most);
    }

    @Override
    public void keep(MerchantId id, FieldChange change, Deed deed) {
        merchants.keep(id, change, deed);
    }
}
