package io.quittance.application.payout;

import static io.quittance.application.payout.GivenPayouts.TRADE;

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
import io.quittance.application.payout.SettlePayout.Told;
import io.quittance.application.shard.Bell;
import io.quittance.application.shard.Bells;
import io.quittance.application.shard.Fence;
import io.quittance.application.shard.Lease;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Stretch;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.upstream.ErrandRunner;
import io.quittance.application.upstream.FollowedOrders;
import io.quittance.application.upstream.HeldAccounts;
import io.quittance.application.upstream.MarkOverdue;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.money.Country;
import io.quittance.domain.payout.Instruction;
import io.quittance.domain.payout.Leg;
import io.quittance.domain.payout.Legs;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Particulars;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.Report;
import io.quittance.domain.payout.PayoutEvent;
import io.quittance.domain.payout.PayoutId;
import io.quittance.domain.payout.Statement;
import io.quittance.domain.payout.Sum;
import io.quittance.domain.payout.UpstreamTradeNo;
import io.quittance.domain.text.Bytes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The use cases about payouts over the twins, with a clock that is moved by hand and one merchant to begin with. */
final class PayoutScene {
    static final UpstreamTradeNo NUMBER = new UpstreamTradeNo("UP-1");
    static final URI NOTIFY_URL = URI.create("https://merchant.example/payouts");
    static final Statement SAID =
            new Statement(new Legs(Leg.of(Sum.of(TRADE)), Leg.UNSAID, Leg.UNSAID), Particulars.NONE);

    final HandClock clock = new HandClock(Given.NOON);
    final InMemoryStore store;
    final Merchant merchant;
    final Holder holder;
    final HeldAccounts held = new HeldAccounts();
    final PayoutRequests requests;
    final PayoutSettlement settlement;
    final ErrandRunner runner;
    final MarkOverdue overdue;
    final List<Stretch> errandsRung = new ArrayList<>();
    final List<Stretch> deliveriesRung = new ArrayList<>();
    private final Bell errands = new Bell();
    private final Bell deliveries = new Bell();

    /** Where every unit of work runs twice, as after a deadlock. */
    PayoutScene(PayoutAcquirer acquirer) {
        this(acquirer, true);
    }

    PayoutScene(PayoutAcquirer acquirer, boolean rehearsed) {
        store = rehearsed ? InMemoryStore.rehearsedAt(clock) : InMemoryStore.at(clock);
        merchant = Given.merchant(store);
        holder = Given.holder(store, merchant);
        errands.listen(errandsRung::add);
        deliveries.listen(deliveriesRung::add);
        Books books = new Books(
                store.journal(), store.outbox(), store.errands(), store.discrepancies(), store.spentRequests());
        PayoutNotices notices = (to, event, at) -> Bytes.utf8(event + " told to " + to.app() + " at " + at);
        Moves<Payout, PayoutEvent> moves = new Moves<>(new PayoutKind(store.payouts(), notices), books);
        Office office = new Office(store.transactions(), books, clock, new Bells(errands, deliveries));
        requests = new PayoutRequests(
                store.payouts(), Given.routing(store), () -> new PayoutId(Given.unique("T")), office);
        settlement = new PayoutSettlement(store.payouts(), moves, () -> new PayoutId(Given.unique("T")), office);
        FollowedOrders<Payout> payouts = new FollowedPayouts(store.payouts());
        overdue = new MarkOverdue(List.of(payouts), office);
        runner = new ErrandRunner(
                List.of(new SubmitPayout(
                        payouts, moves, _ -> Optional.of(acquirer), PayoutScene::instruction, store.journal())),
                overdue,
                office,
                Given.holders(store),
                new Fence(store.shards(), store.transactions()),
                held);
    }

    /** So made that it shows of which payout and out of which words. */
    static Instruction instruction(Payout payout, Bytes words) {
        return GivenPayouts.instruction(payout, words.asUtf8());
    }

    static RequestPayout.Command command(String order) {
        return command(order, "request " + order);
    }

    static RequestPayout.Command command(String order, String body) {
        return new RequestPayout.Command(
                new OutTradeNo(order),
                TRADE,
                new Country("PH"),
                Particulars.NONE,
                Optional.of(NOTIFY_URL),
                Given.message(body));
    }

    /** A payout that the merchant asked for and nobody upstream has heard of. */
    Payout requested() {
        return accepted(command(Given.unique("O")));
    }

    Payout accepted(RequestPayout.Command command) {
        return switch (requests.request(merchant, command)) {
            case RequestPayout.Outcome.Accepted(var payout) -> payout;
            case RequestPayout.Outcome.Repeated(var current) ->
                throw new IllegalStateException("the number is in use by " + current.id());
            case RequestPayout.Outcome.NotServed _ -> throw new IllegalStateException("every account pays out here");
        };
    }

    /** What upstream tells of that order; the same report makes the same message. */
    static Told told(OutTradeNo order, Report report) {
        return told(order, report, report.toString());
    }

    static Told told(OutTradeNo order, Report report, String facts) {
        Message message = new Message(
                Bytes.utf8("message " + facts), "upstream's key", Fingerprint.of(List.of(order.value(), facts)));
        return new Told(order, Optional.of(NUMBER), report, Optional.of(Given.NOON), message);
    }

    Settled settle(Payout payout, Report report) {
        return settlement.settle(List.of(holder), told(payout.order(), report));
    }

    Optional<Instant> run(Payout payout) {
        return runner.run(lease(payout), errand(payout).orElseThrow()).again();
    }

    /** Where it stands. */
    Payout now(Payout payout) {
        return store.payouts().find(payout.id()).orElseThrow();
    }

    String state(Payout payout) {
        return PayoutKind.name(now(payout));
    }

    List<Row> story(Payout payout) {
        return store.journal().story(ObjectRef.of(payout.id()));
    }

    List<Kind> kinds(Payout payout) {
        return story(payout).stream().map(row -> row.entry().kind()).toList();
    }

    String lastNote(Payout payout) {
        return story(payout).getLast().entry().note();
    }

    List<Kept> discrepancies() {
        return store.discrepancies().of(merchant.id(), 1_000);
    }

    private Lease lease(Payout payout) {
        Shard shard = Shard.of(ObjectRef.of(payout.id()));
        return store.shards().lease("this instance", Duration.ofDays(100)).stream()
                .filter(lease -> lease.shard().equals(shard))
                .findFirst()
                .orElseThrow();
    }

    Optional<Errand> errand(Payout payout) {
        return store.errands().all().stream()
                .filter(errand -> errand.about().equals(ObjectRef.of(payout.id())))
                .findFirst();
    }

    /** Every message that its merchant is owed, oldest first: each is taken as acknowledged. */
    List<OwedNews> deliveries(Payout payout) {
        ObjectRef about = ObjectRef.of(payout.id());
        List<OwedNews> all = new ArrayList<>();
        while (true) {
            List<OwedNews> due = OwedNews.about(store, about, clock.instant());
            if (due.isEmpty()) {
                return all;
            }
            all.addAll(due);
            store.perform(() -> due.forEach(news -> store.outbox().done(news.delivery(), clock.instant())));
        }
    }
}
