package io.quittance.application.merchant;

import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.merchant.MerchantNo;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The registered merchants. Not for use inside a unit of work: it has transactions of its own. */
public interface Merchants {
    /** Registers one. The app id, and the account upstream, belong to one merchant only. */
    Added add(Registration registration);

    Optional<Merchant> byApp(AppId app);

    Optional<Merchant> byId(MerchantId id);

    /**
     * Those whose account upstream has that app id and, if it was told, that merchant number. Several where one app
     * upstream serves several numbers.
     */
    List<Merchant> byUpstream(Optional<AppId> app, Optional<MerchantNo> no);

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

        record UpstreamAccountTaken() implements Added {}
    }
}
