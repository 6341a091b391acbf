package io.quittance.http.simulator;

import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Money;
import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.paymentlink.LinkUrls;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.paymentlink.LinkTexts;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.WireTime;
import java.time.Instant;

/**
 * A link as the simulator keeps it: what it is for, where it is paid, and what its payments tell of it.
 *
 * @param id the simulator's own
 */
record SimulatedLink(
        LinkId id,
        MerchantLinkId request,
        Money amount,
        Country country,
        LinkUrls urls,
        Instant expiresAt,
        String linkDescription) {
    /** The operation under which links are kept; their requests are the merchants' ids. */
    static final String OPERATION = "paybylink";

    /** The operation under which it is kept that a link was ended early. */
    static final String EXPIRY = "paybylink-expiry";

    /** What the simulator keeps of a link; the same for the same link, whenever it is asked for. */
    static Bytes asked(PaymentLink link, LinkUrls urls) {
        return JsonWriter.object(
                data -> data.text("merchantLinkId", link.request().value())
                        .text("totalAmount", link.offer().amount().text())
                        .text("currency", link.offer().amount().currency().code())
                        .text("country", link.offer().country().code())
                        .text("linkUrl", urls.page())
                        .text("qrCodeUrl", urls.qrCode())
                        .text("expiresAt", WireTime.millis(link.expiresAt()))
                        .text("linkDescription", LinkTexts.of(link.offer()).linkDescription())
                        .text("content", link.offer().digest()));
    }

    /** @param order one of {@link #OPERATION} */
    static SimulatedLink of(SimulatedOrder order) {
        return read(new LinkId(order.number()), Fields.of(LinkTexts.object(order.asked())));
    }

    private static SimulatedLink read(LinkId id, Fields data) {
        try {
            return new SimulatedLink(
                    id,
                    new MerchantLinkId(data.text("merchantLinkId")),
                    Money.of(data.text("totalAmount"), data.text("currency")),
                    new Country(data.text("country")),
                    new LinkUrls(data.text("linkUrl"), data.text("qrCodeUrl")),
                    WireTime.request(data.text("expiresAt")).orElseThrow(),
                    data.text("linkDescription"));
        } catch (Refusal e) {
            throw new IllegalStateException("the simulator's link " + id + " cannot be read", e);
        }
    }

    /** What {@link #write} wrote, in an order about that link. */
    static SimulatedLink within(Fields order) throws Refusal {
        Fields data = order.object("link");
        return read(new LinkId(data.text("linkId")), data);
    }

    void write(JsonWriter order) {
        order.object(
                "link",
                data -> data.text("linkId", id.value())
                        .text("merchantLinkId", request.value())
                        .text("totalAmount", amount.text())
                        .text("currency", amount.currency().code())
                        .text("country", country.code())
                        .text("linkUrl", urls.page())
                        .text("qrCodeUrl", urls.qrCode())
                        .text("expiresAt", WireTime.millis(expiresAt))
                        .text("linkDescription", linkDescription));
    }
}
