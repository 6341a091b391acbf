package io.quittance.http.paymentlink;

import io.quittance.application.paymentlink.ExpirePaymentLink;
import io.quittance.application.paymentlink.ExpirePaymentLink.Outcome;
import io.quittance.domain.text.Bytes;
import io.quittance.http.north.NorthCall;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.KnownFields;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.WireCode;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** {@code POST .../expirePaybylink}: a merchant ends a link before its time. PayerMax "expirePaybylink". */
@Singleton
public final class ExpirePaymentLinkCall implements NorthCall {
    private final ExpirePaymentLink expirePaymentLink;
    private final InstantSource clock;

    public ExpirePaymentLinkCall(ExpirePaymentLink expirePaymentLink, InstantSource clock) {
        this.expirePaymentLink = expirePaymentLink;
        this.clock = clock;
    }

    @Override
    public String name() {
        return ExpireLinkWire.API;
    }

    @Override
    public Optional<String> spendsItselfOn() {
        return Optional.of(ExpirePaymentLink.USE);
    }

    @Override
    public Optional<KnownFields> knownFields() {
        return Optional.of(ExpireLinkWire.FIELDS);
    }

    @Override
    public Bytes answer(Request request) throws Refusal {
        ExpirePaymentLink.Command command = ExpireLinkWire.read(request.data(), request.raw(), request.keyId());
        return switch (expirePaymentLink.expire(request.caller(), command)) {
            case Outcome.Expired(var link) -> ExpireLinkWire.ended(link, clock.instant());
            case Outcome.Paid _ -> Envelope.refused(WireCode.ORDER_CLOSED, "The link is paid.");
            case Outcome.Unknown _ -> LinkRefusals.unknown();
            case Outcome.Refused(var why) -> Envelope.refused(why);
            case Outcome.Undecided _ -> LinkRefusals.undecided();
            case Outcome.Unaccepted _ -> LinkRefusals.unaccepted();
        };
    }
}
