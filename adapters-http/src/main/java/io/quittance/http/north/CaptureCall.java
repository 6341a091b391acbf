package io.quittance.http.north;

import io.quittance.application.capture.RequestCapture;
import io.quittance.application.capture.RequestCapture.Outcome;
import io.quittance.domain.text.Bytes;
import io.quittance.http.authorization.Obstacles;
import io.quittance.http.capture.CaptureFacts;
import io.quittance.http.capture.CaptureWire;
import io.quittance.http.wire.Refusal;
import jakarta.inject.Singleton;

/** {@code POST .../capture}: a merchant asks to collect an authorised amount, or how that stands. PayerMax "Capture". */
@Singleton
public final class CaptureCall implements NorthCall {
    private final RequestCapture requestCapture;

    public CaptureCall(RequestCapture requestCapture) {
        this.requestCapture = requestCapture;
    }

    @Override
    public String name() {
        return CaptureWire.API;
    }

    @Override
    public Bytes answer(Request request) throws Refusal {
        RequestCapture.Command command = CaptureWire.Request.read(request.data(), request.raw(), request.keyId());
        return switch (requestCapture.request(request.caller(), command)) {
            case Outcome.Accepted(var capture) -> CaptureWire.Response.accepted(CaptureFacts.of(capture));
            case Outcome.Repeated(var capture) -> CaptureWire.Response.accepted(CaptureFacts.of(capture));
            case Outcome.Conflicting(var earlier) -> CaptureWire.Response.repeated(CaptureFacts.of(earlier));
            case Outcome.NotAllowed(var why) -> throw Obstacles.refusal(why);
        };
    }
}
