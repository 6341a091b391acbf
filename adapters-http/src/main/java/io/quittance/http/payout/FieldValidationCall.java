package io.quittance.http.payout;

import io.quittance.domain.text.Bytes;
import io.quittance.http.north.NorthCall;
import io.quittance.http.wire.Refusal;
import jakarta.inject.Singleton;

/** {@code POST .../paymentFieldValidation}: a merchant asks whether a payee's fields are as upstream wants them; it moves no money. Upstream answers. */
@Singleton
public final class FieldValidationCall implements NorthCall {
    private final PassOn upstream;

    public FieldValidationCall(PassOn upstream) {
        this.upstream = upstream;
    }

    @Override
    public String name() {
        return PayoutWire.VALIDATION;
    }

    @Override
    public Bytes answer(Request request) throws Refusal {
        return upstream.ask(request.caller(), name(), request.data().json());
    }
}
