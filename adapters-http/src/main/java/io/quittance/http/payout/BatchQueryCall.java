package io.quittance.http.payout;

import io.quittance.application.payout.FindPayout;
import io.quittance.domain.text.Bytes;
import io.quittance.http.north.NorthCall;
import io.quittance.http.wire.KnownFields;
import io.quittance.http.wire.Refusal;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * {@code POST .../paymentOrderBatchQry}: a merchant asks for all payouts of a time. Upstream answers, under our
 * numbers.
 */
@Singleton
public final class BatchQueryCall implements NorthCall {
    /** Page "paymentOrderBatchQry". */
    static final KnownFields FIELDS =
            KnownFields.of("queryBeginTime", "queryEndTime", "pageSize", "currentPageIndex", "status", "country");

    private final PassOn upstream;
    private final FindPayout findPayout;

    public BatchQueryCall(PassOn upstream, FindPayout findPayout) {
        this.findPayout = findPayout;
        this.upstream = upstream;
    }

    @Override
    public String name() {
        return PayoutWire.BATCH_QUERY;
    }

    @Override
    public Optional<KnownFields> knownFields() {
        return Optional.of(FIELDS);
    }

    @Override
    public Bytes answer(Request request) throws Refusal {
        Bytes answer = upstream.ask(request.caller(), name(), request.data().json());
        return OurNumbers.in(answer, findPayout, request.caller());
    }
}
