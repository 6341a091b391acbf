package io.quittance.http.payermax;

import io.quittance.application.paymentlink.LinkAcquirer.Said;
import io.quittance.application.store.Given;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.RemoteAcquirerContract;
import io.quittance.domain.paymentlink.Offer;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.text.Bytes;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Who asks PayerMax for links")
class PayerMaxLinksContractTest implements RemoteAcquirerContract<PaymentLink, Said> {
    private final PlayedPayerMax far = new PlayedPayerMax(
            List.of("merchantLinkId"),
            id -> "{\"code\":\"APPLY_SUCCESS\",\"msg\":\"\",\"data\":{\"merchantLinkId\":\"" + id
                    + "\",\"linkId\":\"up-" + id
                    + "\",\"linkUrl\":\"https://pay.example/l\",\"qrCodeUrl\":\"https://pay.example/q\"}}");

    @AfterEach
    void close() {
        far.close();
    }

    @Override
    public PaymentLink order() {
        return Given.link(Upstream.MERCHANT.id());
    }

    @Override
    public PaymentLink another(PaymentLink order) {
        Offer offer = order.offer();
        return order.renewed(
                new Offer(offer.amount(), offer.country(), offer.notifyUrl(), "other", Bytes.utf8("{\"other\":1}")),
                Given.NOON,
                Duration.ofHours(1),
                Given.NOON);
    }

    @Override
    public Answer<Said> pass(PaymentLink order) {
        PaymentLink named = order.renewed(
                new Offer(
                        order.offer().amount(),
                        order.offer().country(),
                        order.offer().notifyUrl(),
                        order.offer().digest(),
                        Bytes.utf8("{\"merchantLinkId\":\"" + order.request() + "\"}")),
                Given.NOON,
                Duration.ofHours(1),
                Given.NOON);
        return new PayerMaxLinkAcquirer(far.call(), URI.create("https://pay.example/told"))
                .create(Upstream.HOLDER, named);
    }

    /** A link is looked for before it is asked for again. */
    @Override
    public boolean knowsItsIds() {
        return false;
    }

    @Override
    public boolean has(Said said) {
        return said instanceof Said.Has;
    }

    @Override
    public boolean hadAlready(Said said) {
        return said instanceof Said.HadAlready;
    }

    @Override
    public int arrived() {
        return far.orders();
    }

    @Override
    public void far(Play play) {
        far.plays(play);
    }

    @Override
    public void goesAway() {
        far.goesAway();
    }
}
