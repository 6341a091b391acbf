package io.quittance.http.payermax;

import io.quittance.application.account.Holder;
import io.quittance.application.upstream.RemoteAcquirerContract;
import org.junit.jupiter.api.AfterEach;

/** {@link RemoteAcquirerContract} of who asks PayerMax, over one that is played. */
interface PlayedPayerMaxContract<O, S> extends RemoteAcquirerContract<O, S> {
    PlayedPayerMax payerMax();

    @AfterEach
    default void close() {
        payerMax().close();
    }

    @Override
    default Holder holder() {
        return Upstream.HOLDER;
    }

    @Override
    default int arrived() {
        return payerMax().orders();
    }

    @Override
    default void far(Play play) {
        payerMax().plays(play);
    }

    @Override
    default void goesAway() {
        payerMax().goesAway();
    }
}
