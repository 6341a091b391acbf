package io.quittance.http.paymentlink;

import io.quittance.domain.paymentlink.LinkTransaction;
import io.quittance.domain.paymentlink.LinkTransaction.Status;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.wire.Envelope;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Refusal;
import io.quittance.http.wire.WireTime;
import java.time.Instant;

/** PayerMax's page "queryPaybylink". */
public final class QueryLinkWire {
    /** The name of the call. */
    public static final String API = "queryPaybylink";

    private QueryLinkWire() {}

    public static MerchantLinkId read(Fields data) throws Refusal {
        return ExpireLinkWire.merchantLinkId(data);
    }

    /** The question, to upstream. */
    public static void write(JsonWriter data, PaymentLink link) {
        data.text("merchantLinkId", link.request().value());
    }

    /** Everything that we know of a link, with all its transactions: E16. The goods are an array: E12. */
    public static Bytes found(PaymentLink link, Instant now) {
        LinkFacts facts = LinkFacts.of(link, now);
        LinkTexts texts = LinkTexts.of(link.offer());
        return Envelope.accepted(data -> data.text("linkId", facts.id().value())
                .text("merchantLinkId", facts.request().value())
                .text("totalAmount", link.offer().amount().text())
                .text("country", link.offer().country().code())
                .text("currency", link.offer().amount().currency().code())
                .text("linkStatus", facts.status())
                .text("expiresAt", WireTime.millis(facts.expiresAt()))
                .text("linkUrl", facts.urls().page())
                .text("qrCodeUrl", facts.urls().qrCode())
                .text("description", texts.description())
                .text("linkDescription", texts.linkDescription())
                .array("payByLinkInfo", link.transactions(), (item, one) -> write(item, link.shown(one), texts))
                .array("goodsDetails", texts.goods(), (item, goods) -> goods.write(item)));
    }

    /** {@code userName} here, {@code username} in the request: E10. */
    private static void write(JsonWriter item, LinkTransaction transaction, LinkTexts texts) {
        item.text("outTradeNo", transaction.no().value())
                .text("status", transaction.status().name());
        if (transaction.status() == Status.SUCCESS) {
            transaction.completedAt().ifPresent(at -> item.text("completeAt", WireTime.millis(at)));
        }
        if (!texts.userId().isEmpty()) {
            item.object("userInfo", user -> {
                user.text("userId", texts.userId());
                if (!texts.userName().isEmpty()) {
                    user.text("userName", texts.userName());
                }
            });
        }
        if (transaction.status() == Status.SUCCESS) {
            PaymentDetails.of(transaction).write(item);
        }
    }
}
