package io.quittance.http.simulator;

import io.quittance.application.account.Holder;
import io.quittance.application.paymentlink.LinkAcquirer;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.application.simulator.SimulatedOrder.Verdict;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.Exchange;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.paymentlink.LinkUrls;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.UpstreamLinkId;
import io.quittance.domain.text.Bytes;
import io.quittance.http.simulator.SimulatorDesk.Receipt;
import io.quittance.http.simulator.SimulatorDesk.Slip;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The far end of links. It takes every one; its page is ours, under our own id of the link. */
public final class SimulatorLinkAcquirer implements LinkAcquirer {
    private static final Bytes NOTHING = Bytes.utf8("{}");

    private final SimulatorDesk desk;
    private final String pages;
    private final InstantSource clock;

    /** @param pages where payers reach the pages of links, as {@code http://127.0.0.1:8080/pay} */
    public SimulatorLinkAcquirer(SimulatorDesk desk, URI pages, InstantSource clock) {
        this.desk = desk;
        this.pages = pages.toString();
        this.clock = clock;
    }

    @Override
    public Answer<Said> create(Holder holder, PaymentLink link) {
        String page = pages + "/" + link.id();
        LinkUrls urls = new LinkUrls(page, page + "/qrcode.png");
        Receipt receipt = desk.note(
                link.merchant(), link.account(), slip(SimulatedLink.OPERATION, link, SimulatedLink.asked(link, urls)));
        return receipt.same()
                ? new Answer.Taken<>(receipt.exchange(), said(holder.merchant(), receipt.order()))
                : new Answer.Taken<>(receipt.exchange(), new Said.HadAlready());
    }

    @Override
    public Answer<Said> find(Holder holder, PaymentLink link) {
        return known(holder.merchant(), link)
                .<Answer<Said>>map(order -> new Answer.Taken<>(nothingSent(), said(holder.merchant(), order)))
                .orElseGet(() -> new Answer.Taken<>(nothingSent(), new Said.HasNot()));
    }

    /** One that is paid here stays so, though the news of it may still be on its way. */
    @Override
    public Answer<Said> expire(Holder holder, PaymentLink link) {
        Optional<SimulatedOrder> order = known(holder.merchant(), link);
        if (order.isEmpty()) {
            return refused("ORDER_NOT_EXIST", "no link has this merchantLinkId");
        }
        if (desk.find(holder.merchant(), SimulatedPayment.OPERATION, order.get().number())
                .isPresent()) {
            return refused("ORDER_CLOSED", "the link is paid");
        }
        Receipt receipt = desk.note(link.merchant(), link.account(), slip(SimulatedLink.EXPIRY, link, NOTHING));
        return new Answer.Taken<>(receipt.exchange(), said(holder.merchant(), order.get()));
    }

    private Optional<SimulatedOrder> known(Merchant merchant, PaymentLink link) {
        return desk.find(merchant, SimulatedLink.OPERATION, link.request().value());
    }

    /** Nothing is ever told of the link itself. */
    private static Slip slip(String operation, PaymentLink link, Bytes asked) {
        return new Slip(operation, link.request().value(), asked, Verdict.PENDING, Optional.empty());
    }

    private Said said(Merchant merchant, SimulatedOrder order) {
        SimulatedLink link = SimulatedLink.of(order);
        Instant now = clock.instant();
        boolean ended = desk.find(merchant, SimulatedLink.EXPIRY, link.request().value())
                .isPresent();
        return new Said.Has(
                Optional.of(new UpstreamLinkId(order.number())),
                link.urls(),
                Optional.of(link.expiresAt()),
                new PaymentLink.Terms(
                        Optional.of(link.amount().amount()),
                        Optional.of(link.amount().currency())),
                ended || !now.isBefore(link.expiresAt()));
    }

    private static Answer<Said> refused(String code, String why) {
        return new Answer.Refused<>(nothingSent(), new Failure(code, why));
    }

    private static Exchange nothingSent() {
        return Exchange.nothingSent(Duration.ZERO);
    }
}
