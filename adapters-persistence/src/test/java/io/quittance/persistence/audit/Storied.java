package io.quittance.persistence.audit;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.journal.Wish;
import io.quittance.application.payout.GivenPayouts;
import io.quittance.application.store.Given;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.PaymentId;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Money;
import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.Offer;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.relay.ApiName;
import io.quittance.domain.relay.ForeignNews;
import io.quittance.domain.relay.NewsId;
import io.quittance.domain.relay.NewsTopic;
import io.quittance.domain.relay.Relay;
import io.quittance.domain.relay.RelayId;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.OrderHeads;
import io.quittance.persistence.journal.JournalHead;
import java.time.Duration;
import java.util.Optional;

/** Orders of all kinds with the lines that use cases write into their journals. */
record Storied(Scene scene) {
    private static final Money FIVE = Money.of("5", "USD");

    static JournalEntry line(Kind kind, String line) {
        return JournalEntry.noted(kind, Given.NOON, line);
    }

    static JournalEntry moved(String before, String after) {
        return line(Kind.MOVED, before + " -> " + after + ", on the word of the entry before");
    }

    MerchantId merchant() {
        return Given.merchant(scene.store()).id();
    }

    /** An operation that upstream has as NO-1, and more of its story. */
    ObjectRef operation(Sort sort, JournalEntry... more) {
        Operation asked = GivenOperations.kept(
                scene.store(), GivenOperations.numbered(GivenOperations.operation(sort, merchant()), "NO-1"));
        ObjectRef about = ObjectRef.of(asked.id());
        String wish = sort == Sort.CAPTURE ? Wish.CAPTURE.line("100.50 USD") : Wish.CANCEL.line("ORDER-1");
        scene.append(
                about, line(Kind.REQUESTED, wish), line(Kind.RECEIVED, "upstream reports PENDING, its number NO-1"));
        scene.append(about, more);
        return about;
    }

    /** The same, and it has succeeded. */
    ObjectRef succeeded(Sort sort) {
        ObjectRef about = operation(sort, line(Kind.RECEIVED, "upstream reports SUCCESS"), moved("PENDING", "SUCCESS"));
        change(about, "state = 'SUCCESS', ended_at = created_at");
        return about;
    }

    ObjectRef payout() {
        Payout asked = GivenPayouts.kept(scene.store(), GivenPayouts.payout(merchant()));
        ObjectRef about = ObjectRef.of(asked.id());
        scene.append(about, line(Kind.REQUESTED, Wish.PAYOUT.line(asked.trade()) + ", try 2 under its number"));
        return about;
    }

    ObjectRef payment() {
        MerchantId merchant = merchant();
        Payment made = Payment.awaited(
                new PaymentId(Given.unique("P")),
                merchant,
                Given.account(merchant),
                new OutTradeNo(Given.unique("O")),
                FIVE,
                Payment.Mode.MANUAL,
                Given.NOON);
        scene.store().perform(() -> scene.store().payments().add(made));
        ObjectRef about = ObjectRef.of(made.id());
        scene.append(about, line(Kind.RECEIVED, "upstream reports CLOSED, LATE"), moved("PENDING", "CLOSED"));
        change(about, "state = 'CLOSED'");
        return about;
    }

    ObjectRef link() {
        MerchantId merchant = merchant();
        PaymentLink asked = PaymentLink.asked(
                new LinkId(Given.unique("l")),
                merchant,
                Given.account(merchant),
                new MerchantLinkId(Given.unique("M")),
                new Offer(FIVE, new Country("US"), Optional.empty(), "digest", Bytes.utf8("{}")),
                Given.NOON,
                Duration.ofDays(1),
                Given.NOON);
        scene.store().perform(() -> scene.store().paymentLinks().add(asked));
        ObjectRef about = ObjectRef.of(asked.id());
        scene.append(about, line(Kind.REQUESTED, Wish.PAYMENT_LINK.line(FIVE)));
        return about;
    }

    /** What stands behind {@code set}, in the own row of an order of any kind. */
    void change(ObjectRef about, String what) {
        JournalHead head = OrderHeads.ALL.of(about);
        scene.change(
                "update " + head.table() + " set " + what + " where " + head.number() + " = ?", identifier(about.id()));
    }

    ObjectRef relay() {
        MerchantId merchant = merchant();
        Relay relay = new Relay(
                new RelayId(Given.unique("L")),
                merchant,
                Given.account(merchant),
                new ApiName("refund"),
                Optional.empty(),
                Given.NOON);
        scene.store().perform(() -> scene.store().relays().add(relay));
        ObjectRef about = ObjectRef.of(relay.id());
        scene.append(about, line(Kind.REQUESTED, Wish.RELAY.line(relay.api())));
        return about;
    }

    ObjectRef news() {
        MerchantId merchant = merchant();
        ForeignNews news = new ForeignNews(
                new NewsId(Given.unique("N")),
                merchant,
                Given.account(merchant),
                new NewsTopic("REFUND", "R-1"),
                Given.NOON);
        scene.store().perform(() -> scene.store().newsTold().addOrLock(news));
        ObjectRef about = ObjectRef.of(news.id());
        scene.append(about, line(Kind.RECEIVED, Wish.NEWS.line(news.topic())));
        return about;
    }
}
