package io.quittance.application.paymentlink;

import io.quittance.application.account.Holder;
import io.quittance.application.errand.Errand;
import io.quittance.application.journal.Discrepancies.Kept;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.Journal.Row;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.Message;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.notification.OwedNews;
import io.quittance.application.paymentlink.CreatePaymentLink.Outcome;
import io.quittance.application.paymentlink.SettlePaymentLink.Told;
import io.quittance.application.shard.Bell;
import io.quittance.application.shard.Bells;
import io.quittance.application.shard.Fence;
import io.quittance.application.shard.Lease;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Stretch;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.upstream.HeldAccounts;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Money;
import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.paymentlink.LinkTransaction;
import io.quittance.domain.paymentlink.LinkTransaction.Status;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.Offer;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.paymentlink.PaymentLink.Terms;
import io.quittance.domain.paymentlink.PaymentLinkEvent;
import io.quittance.domain.paymentlink.TransactionNo;
import io.quittance.domain.paymentlink.UpstreamLinkId;
import io.quittance.domain.text.Bytes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The use cases about links over the twins, with a clock that is moved by hand and one merchant to begin with. */
final class LinkScene {
    static final Duration VALIDITY = Duration.ofHours(1);
    static final URI ITS_OWN_PLACE = URI.create("https://merchant.example/links");

    final HandClock clock = new HandClock(Given.NOON);
    final InMemoryStore store;
    final Merchant merchant;
    final Holder holder;
    final PlayedLinkAcquirer acquirer;
    final HeldAccounts held = new HeldAccounts();
    final LinkCreation creation;
    final LinkExpiry expiry;
    final LinkSettlement settlement;
    final ExpirePaymentLinks worker;
    final List<Stretch> rung = new ArrayList<>();

    /** Where every unit of work runs twice, as after a deadlock. */
    LinkScene() {
        this(true);
    }

    LinkScene(boolean rehearsed) {
        store = rehearsed ? InMemoryStore.rehearsedAt(clock) : InMemoryStore.at(clock);
        merchant = Given.merchant(store);
        holder = Given.holder(store, merchant);
        acquirer = new PlayedLinkAcquirer(store.transactions());
        Bell deliveries = new Bell();
        deliveries.listen(rung::add);
        PaymentLinks links = store.paymentLinks();
        Books books = new Books(
                store.journal(), store.outbox(), store.errands(), store.discrepancies(), store.spentRequests());
        PaymentLinkNotices notices = (to, event, at) -> Bytes.utf8(said(event) + " told to " + to.app() + " at " + at);
        Moves<PaymentLink, PaymentLinkEvent> moves = new Moves<>(new PaymentLinkKind(links, notices), books);
        Office office = new Office(store.transactions(), books, clock, new Bells(new Bell(), deliveries));
        LinkDesk desk = new LinkDesk(_ -> Optional.of(acquirer), Given.holders(store), held);
        creation = new LinkCreation(links, desk, Given.routing(store), () -> new LinkId(Given.unique("L")), office);
        expiry = new LinkExpiry(links, moves, desk, office);
        settlement = new LinkSettlement(links, moves, () -> new LinkId(Given.unique("L")), office);
        worker = new ExpirePaymentLinks(
                links, books, moves, Given.holders(store), new Fence(store.shards(), store.transactions()), clock);
    }

    private static String said(PaymentLinkEvent event) {
        return switch (event) {
            case PaymentLinkEvent.LinkPaid(var link, var by) -> link.request() + " paid by " + by.no();
        };
    }

    static Offer offer(String content, String amount) {
        return new Offer(
                Money.of(amount, "IDR"),
                new Country("ID"),
                Optional.of(ITS_OWN_PLACE),
                Fingerprint.of(List.of(content)).value(),
                Bytes.utf8(content));
    }

    static CreatePaymentLink.Command command(String request, String content) {
        return new CreatePaymentLink.Command(
                new MerchantLinkId(request),
                offer(content, "40000"),
                VALIDITY,
                Given.message("request " + request + " " + content));
    }

    Outcome create(String request, String content) {
        return creation.create(merchant, command(request, content));
    }

    /** A link that upstream has. */
    PaymentLink created(String request) {
        acquirer.answers(PlayedLinkAcquirer.taken("up-" + request));
        return switch (create(request, "chairs")) {
            case Outcome.Created(var link) -> link;
            case Outcome.Repeated _,
                    Outcome.Conflicting _,
                    Outcome.Refused _,
                    Outcome.AnotherUpstream _,
                    Outcome.Undecided _,
                    Outcome.Unaccepted _,
                    Outcome.NotServed _ -> throw new IllegalStateException("the id is new");
        };
    }

    ExpirePaymentLink.Outcome expire(String request) {
        return expiry.expire(
                merchant, new ExpirePaymentLink.Command(new MerchantLinkId(request), Given.message("end " + request)));
    }

    static LinkTransaction transaction(String no, Status status) {
        return new LinkTransaction(new TransactionNo(no), status, Optional.empty(), Optional.empty());
    }

    /** What upstream tells of that link; the same facts make the same message. */
    Told told(String request, LinkTransaction... transactions) {
        return told(request, Terms.UNSAID, false, Optional.empty(), List.of(transactions));
    }

    static Told told(
            String request,
            Terms terms,
            boolean expired,
            Optional<Instant> expiresAt,
            List<LinkTransaction> transactions) {
        String facts = terms + " " + expired + " " + expiresAt + " " + transactions;
        Message message =
                new Message(Bytes.utf8("message " + facts), "upstream's key", Fingerprint.of(List.of(request, facts)));
        return new Told(
                new MerchantLinkId(request),
                Optional.of(new UpstreamLinkId("up-" + request)),
                PlayedLinkAcquirer.URLS,
                terms,
                Optional.of(offer("told", "40000")),
                expiresAt,
                expired,
                transactions,
                message);
    }

    Settled settle(Told told) {
        return settlement.settle(List.of(holder), told);
    }

    Settled settle(String request, LinkTransaction... transactions) {
        return settle(told(request, transactions));
    }

    PaymentLink now(String request) {
        return find(request).orElseThrow();
    }

    Optional<PaymentLink> find(String request) {
        return store.paymentLinks().find(merchant.id(), new MerchantLinkId(request));
    }

    List<Row> story(PaymentLink link) {
        return store.journal().story(ObjectRef.of(link.id()));
    }

    List<Kind> kinds(PaymentLink link) {
        return story(link).stream().map(row -> row.entry().kind()).toList();
    }

    List<Kept> discrepancies() {
        return store.discrepancies().of(merchant.id(), 1_000);
    }

    Optional<Errand> errand(PaymentLink link) {
        return store.errands().all().stream()
                .filter(errand -> errand.about().equals(ObjectRef.of(link.id())))
                .findFirst();
    }

    List<OwedNews> deliveries(PaymentLink link) {
        ObjectRef about = ObjectRef.of(link.id());
        return OwedNews.about(store, about, clock.instant());
    }

    Lease lease(PaymentLink link) {
        Shard shard = Shard.of(ObjectRef.of(link.id()));
        return store.shards().lease("this instance", Duration.ofHours(1)).stream()
                .filter(lease -> lease.shard().equals(shard))
                .findFirst()
                .orElseThrow();
    }
}
