package io.quittance.bootstrap.management;

import io.quittance.application.merchant.Merchants;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.ProtocolText;
import java.util.List;

/** The merchants as persons name them: by their app ids. */
record RegisteredMerchants(Merchants merchants) {
    /** @throws Trouble if there is no such app */
    Merchant named(String appId) {
        return merchants.byApp(AppForm.appId(appId)).orElseThrow(() -> unknown(appId));
    }

    /** Who goes by it now, else who did last. @throws Trouble if there was never such an app */
    Merchant latest(String appId) {
        return all(appId).getFirst();
    }

    /** All that ever went by it. @throws Trouble if there was never such an app */
    List<MerchantId> ever(String appId) {
        return all(appId).stream().map(Merchant::id).toList();
    }

    private List<Merchant> all(String appId) {
        List<Merchant> ever = merchants.ever(AppForm.appId(appId));
        if (ever.isEmpty()) {
            throw unknown(appId);
        }
        return ever;
    }

    static Trouble unknown(String appId) {
        return new Trouble("No app " + ProtocolText.excerpt(appId) + " is registered.");
    }
}
