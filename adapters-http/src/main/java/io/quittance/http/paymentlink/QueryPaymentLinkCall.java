package io.quittance.http.paymentlink;

import io.quittance.application.paymentlink.FindPaymentLink;
import io.quittance.application.paymentlink.FindPaymentLink.Outcome;
import io.quittance.domain.text.Bytes;
import io.quittance.http.north.NorthCall;
import io.quittance.http.wire.KnownFields;
import io.quittance.http.wire.Refusal;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** {@code POST .../queryPaybylink}: how a merchant's link stands, as we know it. PayerMax "queryPaybylink". */
@Singleton
public final class QueryPaymentLinkCall implements NorthCall {
    private static final KnownFields FIELDS = KnownFields.of("merchantLinkId");

    private final FindPaymentLink findPaymentLink;
    private final InstantSource clock;

    public QueryPaymentLinkCall(FindPaymentLink findPaymentLink, InstantSource clock) {
        this.findPaymentLink = findPaymentLink;
        this.clock = clock;
    }

    @Override
    public String name() {
        return QueryLinkWire.API;
    }

    @Override
    public Optional<KnownFields> knownFields() {
        return Optional.of(FIELDS);
    }

    @Override
    public Bytes answer(Request request) throws Refusal {
        return switch (findPaymentLink.find(request.caller(), QueryLinkWire.read(request.data()))) {
            case Outcome.Found(var link) -> QueryLinkWire.found(link, clock.instant());
            case Outcome.Unknown _ -> LinkRefusals.unknown();
            case Outcome.Undecided _ -> LinkRefusals.undecided();
        };
    }
}
