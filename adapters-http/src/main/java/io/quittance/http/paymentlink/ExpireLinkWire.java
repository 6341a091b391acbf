package io.quittance.http.paymentlink;

import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Message;
import io.quittance.application.paymentlink.ExpirePaymentLink;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.KnownFields;
import io.quittance.http.wire.Refusal;
import java.time.Instant;
import java.util.List;

/** PayerMax's page "expirePaybylink". */
public final class ExpireLinkWire {
    /** The name of the call. */
    public static final String API = "expirePaybylink";

    static final KnownFields FIELDS = KnownFields.of("merchantLinkId", "merchantLinkNo");

    private ExpireLinkWire() {}

    /** By {@code merchantLinkId}, or by {@code merchantLinkNo} as the page's sample has it: E4. */
    public static ExpirePaymentLink.Command read(Fields data, Bytes raw, String keyId) throws Refusal {
        MerchantLinkId request = data.value("merchantLinkId").isEmpty()
                        && data.value("merchantLinkNo").isPresent()
                ? new MerchantLinkId(data.id("merchantLinkNo", MerchantLinkId.MAX_CHARACTERS))
                : merchantLinkId(data);
        Fingerprint same = Fingerprint.of(List.of(API, request.value()));
        return new ExpirePaymentLink.Command(request, new Message(raw, keyId, same, FIELDS.odd(data)));
    }

    static MerchantLinkId merchantLinkId(Fields data) throws Refusal {
        return new MerchantLinkId(data.id("merchantLinkId", MerchantLinkId.MAX_CHARACTERS));
    }

    /** The same request's {@code data}, to upstream. */
    public static void write(JsonWriter data, PaymentLink link) {
        data.text("merchantLinkId", link.request().value());
    }

    /** What we answer when it has ended; EXPIRED, as the page's ACTIVE would contradict the purpose: E3. */
    public static Bytes ended(PaymentLink link, Instant now) {
        return Envelope.accepted(data -> LinkFacts.of(link, now).write(data));
    }
}
