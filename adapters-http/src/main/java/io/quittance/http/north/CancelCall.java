package io.quittance.http.north;

import io.quittance.application.authorization.RequestCancel;
import io.quittance.application.authorization.RequestCancel.Outcome;
import io.quittance.domain.text.Bytes;
import io.quittance.http.authorization.CancelFacts;
import io.quittance.http.authorization.CancelWire;
import io.quittance.http.authorization.Obstacles;
import io.quittance.http.wire.Refusal;
import jakarta.inject.Singleton;

/**
 * {@code POST .../cancel}: a merchant asks to give an authorised amount back, or how that stands. PayerMax "Cancel".
 */
@Singleton
public final class CancelCall implements NorthCall {
    private final RequestCancel requestCancel;

    public CancelCall(RequestCancel requestCancel) {
        this.requestCancel = requestCancel;
    }

    @Override
    public String name() {
        return CancelWire.API;
    }

    @Override
    public Bytes answer(Request request) throws Refusal {
        RequestCancel.Command command = CancelWire.Request.read(request.data(), request.raw(), request.keyId());
        return switch (requestCancel.request(request.caller(), command)) {
            case Outcome.Accepted(var cancel) -> CancelWire.Response.accepted(CancelFacts.of(cancel));
            case Outcome.Repeated(var cancel) -> CancelWire.Response.accepted(CancelFacts.of(cancel));
            case Outcome.Conflicting(var earlier) -> CancelWire.Response.repeated(CancelFacts.of(earlier));
            case Outcome.NotAllowed(var why) -> throw Obstacles.refusal(why);
        };
    }
}
