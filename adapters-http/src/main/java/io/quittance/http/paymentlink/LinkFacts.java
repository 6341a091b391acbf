package io.quittance.http.paymentlink;

import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.paymentlink.LinkUrls;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.wire.WireTime;
import java.time.Instant;
import java.util.Objects;

/**
 * What every page tells of a link.
 *
 * @param id whose id it is depends on who tells: ours to a merchant, upstream's to us
 * @param expired a paid link is ACTIVE until its end, too: E2
 */
public record LinkFacts(LinkId id, MerchantLinkId request, LinkUrls urls, boolean expired, Instant expiresAt) {
    private static final LinkUrls NONE = new LinkUrls("", "");

    public LinkFacts {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(urls, "urls");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /** As we tell a merchant: always under our own id. */
    public static LinkFacts of(PaymentLink link, Instant now) {
        return new LinkFacts(
                link.id(), link.request(), link.urls().orElse(NONE), link.expiredAt(now), link.expiresAt());
    }

    /** The answer to a request to create or to end one. */
    void write(JsonWriter data) {
        data.text("linkId", id.value())
                .text("merchantLinkId", request.value())
                .text("linkUrl", urls.page())
                .text("linkStatus", status())
                .text("qrCodeUrl", urls.qrCode())
                .text("expiresAt", WireTime.millis(expiresAt));
    }

    /** Upper case as in the enumeration; samples are not: E1. */
    String status() {
        return expired ? "EXPIRED" : "ACTIVE";
    }
}
