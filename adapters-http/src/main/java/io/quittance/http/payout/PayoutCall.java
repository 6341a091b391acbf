package io.quittance.http.payout;

import io.quittance.application.payout.RequestPayout;
import io.quittance.application.payout.RequestPayout.Outcome;
import io.quittance.domain.account.Service;
import io.quittance.domain.text.Bytes;
import io.quittance.http.account.NotServed;
import io.quittance.http.guard.NotifyUrls;
import io.quittance.http.north.NorthCall;
import io.quittance.http.wire.KnownFields;
import io.quittance.http.wire.Refusal;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code POST .../paymentOrderPay}: a merchant asks to pay money out. */
@Singleton
public final class PayoutCall implements NorthCall {
    private final RequestPayout requestPayout;
    private final NotifyUrls places;

    public PayoutCall(RequestPayout requestPayout, NotifyUrls places) {
        this.requestPayout = requestPayout;
        this.places = places;
    }

    @Override
    public String name() {
        return PayoutWire.PAY;
    }

    @Override
    public Optional<String> spendsItselfOn() {
        return Optional.of(RequestPayout.USE);
    }

    @Override
    public Optional<KnownFields> knownFields() {
        return Optional.of(PayoutWire.Request.FIELDS);
    }

    @Override
    public Bytes answer(Request request) throws Refusal {
        RequestPayout.Command command =
                PayoutWire.Request.read(request.data(), request.raw(), request.keyId(), places.of(request.caller()));
        return switch (requestPayout.request(request.caller(), command)) {
            case Outcome.Accepted(var payout) -> PayoutWire.Response.accepted(PayoutFacts.of(payout));
            case Outcome.Repeated(var current) -> PayoutWire.Response.repeated(PayoutFacts.of(current));
            case Outcome.NotServed _ -> throw NotServed.refusal(Service.PAYOUT);
        };
    }
}
