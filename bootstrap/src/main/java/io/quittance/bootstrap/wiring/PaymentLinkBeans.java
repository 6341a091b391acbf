package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.quittance.application.account.Routing;
import io.quittance.application.errand.RunErrand;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.merchant.Holders;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.paymentlink.CreatePaymentLink;
import io.quittance.application.paymentlink.ExpirePaymentLink;
import io.quittance.application.paymentlink.ExpirePaymentLinks;
import io.quittance.application.paymentlink.FindPaymentLink;
import io.quittance.application.paymentlink.LinkAcquirer;
import io.quittance.application.paymentlink.LinkCreation;
import io.quittance.application.paymentlink.LinkDesk;
import io.quittance.application.paymentlink.LinkExpiry;
import io.quittance.application.paymentlink.LinkIds;
import io.quittance.application.paymentlink.LinkSettlement;
import io.quittance.application.paymentlink.PaymentLinkKind;
import io.quittance.application.paymentlink.PaymentLinkNotices;
import io.quittance.application.paymentlink.PaymentLinks;
import io.quittance.application.paymentlink.SettlePaymentLink;
import io.quittance.application.shard.Fence;
import io.quittance.application.upstream.HeldAccounts;
import io.quittance.bootstrap.demo.DemoFolder.Demo;
import io.quittance.bootstrap.management.Meters;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLinkEvent;
import io.quittance.http.payermax.PayerMaxLinkAcquirer;
import io.quittance.http.payerpage.PayerPageController;
import io.quittance.http.payerpage.PayerPages;
import io.quittance.http.paymentlink.PaymentLinkCallback;
import io.quittance.http.paymentlink.WirePaymentLinkNotices;
import io.quittance.http.simulator.LinkCashier;
import io.quittance.http.simulator.SimulatedPayment;
import io.quittance.http.simulator.SimulatedResults;
import io.quittance.http.simulator.SimulatorLinkAcquirer;
import io.quittance.persistence.paymentlink.JdbcPaymentLinks;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The use cases about payment links, who has their pages, and the page itself where that is the simulator. */
@Factory
final class PaymentLinkBeans {
    @Singleton
    PaymentLinks links(Store store) {
        return new JdbcPaymentLinks(store.database().sql(), store.cipher());
    }

    @Singleton
    LinkIds ids(SecureRandom random) {
        return new RandomLinkIds(random);
    }

    @Singleton
    PaymentLinkNotices notices() {
        return new WirePaymentLinkNotices();
    }

    @Singleton
    Moves<PaymentLink, PaymentLinkEvent> moves(PaymentLinks links, PaymentLinkNotices notices, Books books) {
        return new Moves<>(new PaymentLinkKind(links, notices), books);
    }

    @Singleton
    CreatePaymentLink createPaymentLink(
            PaymentLinks links, LinkDesk desk, Routing routing, LinkIds ids, Office office, Meters meters) {
        return meters.requests(
                "createPaybylink",
                CreatePaymentLink.Outcome.Created.class,
                new LinkCreation(links, desk, routing, ids, office)::create)::apply;
    }

    @Singleton
    FindPaymentLink findPaymentLink(PaymentLinks links) {
        return FindPaymentLink.among(links);
    }

    @Singleton
    ExpirePaymentLink expirePaymentLink(
            PaymentLinks links,
            Moves<PaymentLink, PaymentLinkEvent> moves,
            LinkDesk desk,
            Office office,
            Meters meters) {
        return meters.requests(
                "expirePaybylink",
                ExpirePaymentLink.Outcome.Expired.class,
                new LinkExpiry(links, moves, desk, office)::expire)::apply;
    }

    @Singleton
    SettlePaymentLink settlePaymentLink(
            PaymentLinks links, Moves<PaymentLink, PaymentLinkEvent> moves, LinkIds ids, Office office, Meters meters) {
        return meters.reports("payment_link", new LinkSettlement(links, moves, ids, office)::settle)::apply;
    }

    @Singleton
    RunErrand expirePaymentLinks(
            PaymentLinks links,
            Books books,
            Moves<PaymentLink, PaymentLinkEvent> moves,
            Holders holders,
            Fence fence,
            InstantSource clock) {
        return new ExpirePaymentLinks(links, books, moves, holders, fence, clock);
    }

    @Singleton
    SimulatedResults simulatedPayment() {
        return new SimulatedPayment();
    }

    @Singleton
    LinkDesk desk(FarEnd farEnd, Holders holders, HeldAccounts held, Settings settings, InstantSource clock) {
        LinkAcquirer acquirer = switch (farEnd) {
            case FarEnd.Simulator(var desk) ->
                new SimulatorLinkAcquirer(desk, below(settings, PayerPageController.PATH), clock);
            case FarEnd.PayerMax(var _, var _, var waitedFor) ->
                new PayerMaxLinkAcquirer(waitedFor, below(settings, "/" + PaymentLinkCallback.NAME));
        };
        return new LinkDesk(farEnd.serving(acquirer), holders, held);
    }

    private static URI below(Settings settings, String path) {
        return URI.create(settings.publicUrl() + path);
    }

    @Singleton
    @Requires(bean = Demo.class)
    PayerPages payerPages(
            PaymentLinks links, Merchants merchants, FarEnd farEnd, SecureRandom random, InstantSource clock) {
        if (!(farEnd instanceof FarEnd.Simulator(var desk))) {
            throw new IllegalStateException("only the simulator's links are paid here");
        }
        return new PayerPages(links, merchants, new LinkCashier(desk), random, clock);
    }
}
