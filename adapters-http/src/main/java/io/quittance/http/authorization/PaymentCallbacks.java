package io.quittance.http.authorization;

import io.micronaut.context.annotation.Factory;
import io.quittance.application.authorization.RelayPayment;
import io.quittance.http.south.Callback;
import io.quittance.http.south.SignedSenders;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The two addresses at which upstream tells of payments. */
@Factory
final class PaymentCallbacks {
    @Singleton
    Callback ofAuthorizations(SignedSenders senders, RelayPayment relayPayment, InstantSource clock) {
        return new PaymentCallback(senders, "authResultNotifyUrl", relayPayment, clock);
    }

    @Singleton
    Callback ofCollections(SignedSenders senders, RelayPayment relayPayment, InstantSource clock) {
        return new PaymentCallback(senders, "collectResultNotifyUrl", relayPayment, clock);
    }
}
