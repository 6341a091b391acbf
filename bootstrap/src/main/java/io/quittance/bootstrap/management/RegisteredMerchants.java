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
        return merchants.byApp(AppForm.appId(appId)).orElseThrow(() -> none(appId));
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

    /** Where nobody goes by it: whether somebody did. */
    Trouble none(String appId) {
        return merchants.ever(AppForm.appId(appId)).stream()
                .findFirst()
                .flatMap(Merchant::removedAt)
                .map(at -> new Trouble("The app " + ProtocolText.excerpt(appId) + " was removed at " + at
                        + " (expected: one that is registered; 'quittance app add' registers it anew, with its keys and"
                        + " request ids of its own)."))
                .orElseGet(() -> unknown(appId));
    }

    private static Trouble unknown(String appId) {
        return new Trouble("No app " + ProtocolText.excerpt(appId) + " is registered.");
    }
}
