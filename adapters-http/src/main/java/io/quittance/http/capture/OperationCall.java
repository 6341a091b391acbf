package io.quittance.http.capture;

import io.quittance.application.capture.RequestOperation;
import io.quittance.application.capture.RequestOperation.Outcome;
import io.quittance.domain.text.Bytes;
import io.quittance.http.account.NotServed;
import io.quittance.http.north.NorthCall;
import io.quittance.http.wire.KnownFields;
import io.quittance.http.wire.Refusal;
import java.util.Optional;

/**
 * {@code POST .../capture} and {@code POST .../cancel}: a merchant asks to collect an authorised amount or to give it back,
 * or how that stands. PayerMax "Capture" and "Cancel".
 */
public final class OperationCall implements NorthCall {
    private final OperationPage page;
    private final RequestOperation requestOperation;

    public OperationCall(OperationPage page, RequestOperation requestOperation) {
        this.page = page;
        this.requestOperation = requestOperation;
    }

    @Override
    public String name() {
        return page.api();
    }

    /** As {@link RequestOperation.Command#use} says of what {@link #answer} makes. */
    @Override
    public Optional<String> spendsItselfOn() {
        return Optional.of(page.api());
    }

    @Override
    public Optional<KnownFields> knownFields() {
        return Optional.of(page.fields());
    }

    @Override
    public Bytes answer(Request request) throws Refusal {
        RequestOperation.Command command =
                OperationWire.Request.read(page, request.data(), request.raw(), request.keyId());
        return switch (requestOperation.request(request.caller(), command)) {
            case Outcome.Accepted(var operation) -> OperationWire.Response.accepted(operation);
            case Outcome.Repeated(var operation) -> OperationWire.Response.accepted(operation);
            case Outcome.Conflicting(var earlier) -> OperationWire.Response.repeated(earlier);
            case Outcome.NotAllowed(var why) -> throw Obstacles.refusal(why, request.data());
            case Outcome.NotServed _ -> throw NotServed.refusal(command.routed().service());
        };
    }
}
