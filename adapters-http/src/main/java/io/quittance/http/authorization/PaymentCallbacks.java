package io.quittance.http.authorization;

import io.micronaut.context.annotation.Factory;
import io.quittance.application.authorization.RelayPayment;
import io.quittance.http.south.Callback;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The two addresses at which upstream tells of payments. */
@Factory
final class PaymentCallbacks {
    @Singleton
    Callback ofAuthorizations(RelayPayment relayPayment, InstantSource clock) {
        return new PaymentCallback("authResultNotifyUrl", relayPayment, clock);
    }

    @Singleton
    Callback ofCollections(RelayPayment relayPayment, InstantSource clock) {
        return new PaymentCallback("collectResultNotifyUrl", relayPayment, clock);
    }
}
