package io.quittance.application.merchant;

import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The registered merchants. Not for use inside a unit of work: it has transactions of its own. */
public interface Merchants {
    /** Registers one with its accounts, or nothing of it. The app id, and each account, belong to one merchant only. */
    Added add(Registration registration);

    Optional<Merchant> byApp(AppId app);

    Optional<Merchant> byId(MerchantId id);

    /** All of them, by app id. */
    List<Merchant> all();

    /** @return false if there is no such merchant */
    boolean enable(AppId app, boolean enabled);

    /** @return false if there is no such merchant */
    boolean setNotifyUrl(AppId app, URI notifyUrl);

    /** What became of a registration. */
    sealed interface Added {
        record Registered(Merchant merchant) implements Added {}

        record AppTaken() implements Added {}

        /** An acquirer's account with the same handles is another merchant's. */
        record AccountTaken() implements Added {}
    }
}
