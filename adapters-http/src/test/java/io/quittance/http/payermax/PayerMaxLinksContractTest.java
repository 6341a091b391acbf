package io.quittance.http.payermax;

import io.quittance.application.paymentlink.LinkAcquirer;
import io.quittance.application.paymentlink.LinkAcquirer.Said;
import io.quittance.application.paymentlink.LinkAcquirerContract;
import io.quittance.application.upstream.Answer;
import io.quittance.domain.paymentlink.Offer;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.text.Bytes;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Who asks PayerMax for links")
class PayerMaxLinksContractTest implements LinkAcquirerContract, PlayedPayerMaxContract<PaymentLink, Said> {
    private final PlayedPayerMax far = new PlayedPayerMax(
            List.of("merchantLinkId"),
            id -> "{\"code\":\"APPLY_SUCCESS\",\"msg\":\"\",\"data\":{\"merchantLinkId\":\"" + id
                    + "\",\"linkId\":\"up-" + id
                    + "\",\"linkUrl\":\"https://pay.example/l\",\"qrCodeUrl\":\"https://pay.example/q\"}}");

    @Override
    public PlayedPayerMax payerMax() {
        return far;
    }

    @Override
    public LinkAcquirer acquirer() {
        return new PayerMaxLinkAcquirer(far.call(), URI.create("https://pay.example/told"));
    }

    @Override
    public PaymentLink another(PaymentLink order) {
        return offering(order, "other", "{\"other\":1}");
    }

    /** Who asks PayerMax sends the offer's own words. */
    @Override
    public Answer<Said> pass(PaymentLink order) {
        return LinkAcquirerContract.super.pass(
                offering(order, order.offer().digest(), "{\"merchantLinkId\":\"" + order.request() + "\"}"));
    }

    private static PaymentLink offering(PaymentLink order, String digest, String words) {
        Offer offer = order.offer();
        return LinkAcquirerContract.offering(
                order, new Offer(offer.amount(), offer.country(), offer.notifyUrl(), digest, Bytes.utf8(words)));
    }

    /** A link is looked for before it is asked for again. */
    @Override
    public boolean knowsItsIds() {
        return false;
    }
}
