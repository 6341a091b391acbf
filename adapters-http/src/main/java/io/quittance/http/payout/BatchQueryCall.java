package io.quittance.http.payout;

import io.quittance.domain.text.Bytes;
import io.quittance.http.north.NorthCall;
import jakarta.inject.Singleton;

/** {@code POST .../paymentOrderBatchQry}: a merchant asks for all payouts of a time. Upstream answers. */
@Singleton
public final class BatchQueryCall implements NorthCall {
    private final PassThrough upstream;

    public BatchQueryCall(PassThrough upstream) {
        this.upstream = upstream;
    }

    @Override
    public String name() {
        return PayoutWire.BATCH_QUERY;
    }

    @Override
    public Bytes answer(Request request) {
        return upstream.ask(request.caller(), name(), request.data().json());
    }
}
