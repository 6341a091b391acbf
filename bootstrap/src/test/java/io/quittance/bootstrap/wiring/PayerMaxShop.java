package io.quittance.bootstrap.wiring;

import io.quittance.bootstrap.management.AppForm;
import io.quittance.http.signing.Pem;
import io.quittance.http.signing.Rsa;
import java.util.Optional;

/** An app that has an account with PayerMax; nobody listens where it is told. */
final class PayerMaxShop {
    private PayerMaxShop() {}

    static AppForm form() {
        return new AppForm(
                "shop",
                "M1",
                Pem.writePublic(Rsa.newPair().getPublic()),
                "http://127.0.0.1:2/n",
                "v2",
                Optional.of(new AppForm.Upstream(
                        "up",
                        "UP1",
                        Pem.writePrivate(Rsa.newPair().getPrivate()),
                        Pem.writePublic(Rsa.newPair().getPublic()))));
    }
}
