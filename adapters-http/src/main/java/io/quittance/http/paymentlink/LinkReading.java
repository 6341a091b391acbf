package io.quittance.http.paymentlink;

import io.quittance.domain.paymentlink.LinkUrls;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.UpstreamLinkId;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Lenient;
import io.quittance.http.wire.Oddities;
import io.quittance.http.wire.Refusal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What upstream tells of a link in {@code data}, in an answer as in a notification. Only {@code merchantLinkId} must be
 * there.
 */
record LinkReading(
        MerchantLinkId request,
        Optional<UpstreamLinkId> number,
        LinkUrls urls,
        PaymentLink.Terms terms,
        Optional<Instant> expiresAt,
        boolean expired) {

    /** @throws Refusal if a field that decides makes no sense: id, status, amount or currency */
    static LinkReading of(Fields data, Oddities odd) throws Refusal {
        return new LinkReading(
                new MerchantLinkId(data.id("merchantLinkId", MerchantLinkId.MAX_CHARACTERS)),
                odd.side(() -> Lenient.number(data, "linkId", UpstreamLinkId.MAX_CHARACTERS))
                        .map(UpstreamLinkId::new),
                new LinkUrls(url(data, "linkUrl", odd), url(data, "qrCodeUrl", odd)),
                new PaymentLink.Terms(Lenient.amount(data, "totalAmount"), Lenient.currency(data, "currency")),
                odd.side(() -> Lenient.time(data, "expiresAt")),
                expired(data));
    }

    private static String url(Fields data, String name, Oddities odd) {
        return odd.side(() -> data.wordsIfAny(name, LinkUrls.MAX_CHARACTERS))
                .map(String::strip)
                .orElse("");
    }

    /** In any case, as samples have {@code active}: E1. */
    private static boolean expired(Fields data) throws Refusal {
        if (!Lenient.said(data, "linkStatus")) {
            return false;
        }
        return switch (data.text("linkStatus").strip().toUpperCase(Locale.ROOT)) {
            case "ACTIVE" -> false;
            case "EXPIRED" -> true;
            default -> throw data.refusal("linkStatus", "ACTIVE or EXPIRED");
        };
    }
}
