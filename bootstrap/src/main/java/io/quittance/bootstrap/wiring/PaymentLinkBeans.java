package io.quittance.bootstrap.wiring;

import io.micronaut.context.annotation.Factory;
import io.quittance.application.account.Routing;
import io.quittance.application.errand.RunErrand;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.merchant.Holders;
import io.quittance.application.paymentlink.CreatePaymentLink;
import io.quittance.application.paymentlink.ExpirePaymentLink;
import io.quittance.application.paymentlink.ExpirePaymentLinks;
import io.quittance.application.paymentlink.FindPaymentLink;
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
import io.quittance.bootstrap.management.Meters;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLinkEvent;
import io.quittance.http.acquirer.Acquirer;
import io.quittance.http.acquirer.Acquirers;
import io.quittance.http.paymentlink.WirePaymentLinkNotices;
import io.quittance.persistence.paymentlink.JdbcPaymentLinks;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The use cases about payment links. */
@Factory
final class PaymentLinkBeans {
    @Singleton
    PaymentLinks links(Store store) {
        return new JdbcPaymentLinks(store.database().sql(), store.cipher());
    }

    @Singleton
    LinkIds ids(SecureRandom random, OwnShards own) {
        return new RandomLinkIds(random, own);
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
    LinkDesk desk(Acquirers acquirers, Holders holders, HeldAccounts held) {
        return new LinkDesk(acquirers.serving(Acquirer::links), holders, held);
    }
}
