package io.quittance.http.paymentlink;

import io.quittance.application.paymentlink.CreatePaymentLink;
import io.quittance.application.paymentlink.CreatePaymentLink.Outcome;
import io.quittance.domain.account.Service;
import io.quittance.domain.text.Bytes;
import io.quittance.http.account.NotServed;
import io.quittance.http.guard.NotifyUrls;
import io.quittance.http.north.NorthCall;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.KnownFields;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.WireCode;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** {@code POST .../createPaybylink}: a merchant asks for a link that a payer pays by. PayerMax "createPaybylink". */
@Singleton
public final class CreatePaymentLinkCall implements NorthCall {
    private final CreatePaymentLink createPaymentLink;
    private final NotifyUrls places;
    private final InstantSource clock;

    public CreatePaymentLinkCall(CreatePaymentLink createPaymentLink, NotifyUrls places, InstantSource clock) {
        this.createPaymentLink = createPaymentLink;
        this.places = places;
        this.clock = clock;
    }

    @Override
    public String name() {
        return CreateLinkWire.API;
    }

    @Override
    public Optional<String> spendsItselfOn() {
        return Optional.of(CreatePaymentLink.USE);
    }

    @Override
    public Optional<KnownFields> knownFields() {
        return Optional.of(CreateLinkWire.FIELDS);
    }

    @Override
    public Bytes answer(Request request) throws Refusal {
        CreatePaymentLink.Command command =
                CreateLinkWire.read(request.data(), request.raw(), request.keyId(), places.of(request.caller()));
        return switch (createPaymentLink.create(request.caller(), command)) {
            case Outcome.Created(var link) -> CreateLinkWire.accepted(link, clock.instant());
            case Outcome.Repeated(var link) -> CreateLinkWire.accepted(link, clock.instant());
            case Outcome.Conflicting(var earlier) -> CreateLinkWire.repeated(earlier, clock.instant());
            case Outcome.Refused(var why) -> Envelope.refused(why);
            case Outcome.AnotherUpstream _ ->
                Envelope.refused(WireCode.ORDER_REPEAT, "upstream has another link under this merchantLinkId");
            case Outcome.Undecided _ -> LinkRefusals.undecided();
            case Outcome.Unaccepted _ -> LinkRefusals.unaccepted();
            case Outcome.NotServed _ -> throw NotServed.refusal(Service.PAYMENT_LINK);
        };
    }
}
