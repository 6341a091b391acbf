package io.quittance.bootstrap.wiring;

import io.quittance.application.merchant.MerchantChange;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.merchant.Registration;
import io.quittance.application.person.Hand;
import io.quittance.application.registration.Deed;
import io.quittance.bootstrap.demo.DemoFolder;
import io.quittance.bootstrap.demo.DemoFolder.Demo;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.domain.key.Term;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantKey;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.http.account.UpstreamName;
import io.quittance.http.signing.Rsa;
import io.quittance.http.simulator.SimulatorAccountForm;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The demo merchant is registered like any other, at the first start with the simulator. */
final class DemoMerchant {
    private DemoMerchant() {}

    /** Its folder, made if need be; empty unless the simulator settles. */
    static Optional<Demo> open(Settings settings, Store store) {
        return settings.simulated()
                ? Optional.of(new DemoFolder(settings.data())
                        .open(endpoint(settings), store.keys().gateway().getPublic()))
                : Optional.empty();
    }

    /** Where it hears of its orders: at this process. */
    static URI endpoint(Settings settings) {
        return settings.managementUrl().resolve("/demo/notifications");
    }

    static void register(Demo demo, Merchants merchants, Instant now) {
        AppId app = new AppId(demo.appId());
        Optional<Merchant> known = merchants.byApp(app);
        if (known.isEmpty()) {
            MerchantNo no = new MerchantNo(demo.merchantNo());
            merchants.add(new Registration(
                    app,
                    no,
                    demo.notifyUrl(),
                    PayoutDialect.V2,
                    new MerchantKey(
                            Rsa.keyId(demo.app().getPublic()), demo.app().getPublic(), Term.OPEN),
                    List.of(SimulatorAccountForm.account(new UpstreamName(app, no)))));
        } else if (!known.get().notifyUrl().equals(demo.notifyUrl())) {
            merchants.change(
                    app,
                    MerchantChange.to(demo.notifyUrl()),
                    new Deed(new Hand("quittance", "the management port is another"), now));
        }
    }
}
