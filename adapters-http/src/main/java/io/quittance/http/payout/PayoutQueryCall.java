package io.quittance.http.payout;

import io.quittance.application.payout.FindPayout;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.text.Bytes;
import io.quittance.http.north.NorthCall;
import io.quittance.http.wire.KnownFields;
import io.quittance.http.wire.Refusal;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * {@code POST .../paymentOrderQry}: a merchant asks how a payout stands, and we answer what we know. One page prints this
 * name over the batch query, so with {@code queryBeginTime} it is that one: D15.
 */
@Singleton
public final class PayoutQueryCall implements NorthCall {
    /** Those of the batch query too: D15. */
    private static final KnownFields FIELDS = KnownFields.of(
            "outTradeNo", "queryBeginTime", "queryEndTime", "pageSize", "currentPageIndex", "status", "country");

    private final FindPayout findPayout;
    private final PassOn upstream;

    public PayoutQueryCall(FindPayout findPayout, PassOn upstream) {
        this.findPayout = findPayout;
        this.upstream = upstream;
    }

    @Override
    public String name() {
        return PayoutWire.QUERY;
    }

    @Override
    public Optional<KnownFields> knownFields() {
        return Optional.of(FIELDS);
    }

    @Override
    public Bytes answer(Request request) throws Refusal {
        if (request.data().value("queryBeginTime").isPresent()) {
            Bytes answer = upstream.ask(request.caller(), name(), request.data().json());
            return OurNumbers.in(answer, findPayout, request.caller());
        }
        OutTradeNo order = new OutTradeNo(request.data().id("outTradeNo", OutTradeNo.MAX_CHARACTERS));
        return findPayout
                .find(request.caller(), order)
                .map(payout -> PayoutWire.Response.found(PayoutFacts.of(payout)))
                .orElseGet(() -> PayoutWire.Response.unknown(order));
    }
}
