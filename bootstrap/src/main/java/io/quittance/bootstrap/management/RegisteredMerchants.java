package io.quittance.bootstrap.management;

import io.quittance.application.merchant.Merchants;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.ProtocolText;

/** The merchants as persons name them: by their app ids. */
record RegisteredMerchants(Merchants merchants) {
    /** @throws Trouble if there is no such app */
    Merchant named(String appId) {
        return merchants.byApp(AppForm.appId(appId)).orElseThrow(() -> unknown(appId));
    }

    static Trouble unknown(String appId) {
        return new Trouble("No app " + ProtocolText.excerpt(appId) + " is registered.");
    }
}
