package io.quittance.application.capture;

import io.quittance.application.account.Holder;
import io.quittance.application.authorization.Holds;
import io.quittance.application.capture.OperationAcquirer.Said;
import io.quittance.application.capture.SettleOperation.Told;
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
import io.quittance.application.repair.OrderRepair;
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
import io.quittance.domain.capture.Cancel;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.capture.OperationEnded;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.capture.UpstreamNo;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.money.Money;
import io.quittance.domain.text.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The use cases about captures over the twins, with a clock that is moved by hand and one merchant to begin with. */
final class Scene {
    static final OutTradeNo ORDER = new OutTradeNo("ORDER-1");
    static final Money AMOUNT = Money.of("100.50", "USD");
    static final UpstreamNo NUMBER = new UpstreamNo("UP-1");

    final HandClock clock = new HandClock(Given.NOON);
    final InMemoryStore store;
    final Merchant merchant;
    final Holder holder;
    final HeldAccounts held = new HeldAccounts();
    final PlayedAcquirer acquirer;
    final OperationRequests requests;
    final OperationSettlement settlement;
    final ErrandRunner runner;
    final MarkOverdue overdue;
    final OrderRepair repair;
    final Books books;
    final Office office;
    final Holds holds;
    final LockedOperations locked;
    final List<Stretch> errandsRung = new ArrayList<>();
    final List<Stretch> deliveriesRung = new ArrayList<>();
    final Bells bells = new Bells(new Bell(), new Bell());

    /** Where every unit of work runs twice, as after a deadlock. */
    Scene() {
        this(true);
    }

    Scene(boolean rehearsed) {
        store = rehearsed ? InMemoryStore.rehearsedAt(clock) : InMemoryStore.at(clock);
        merchant = Given.merchant(store);
        holder = Given.holder(store, merchant);
        acquirer = new PlayedAcquirer(store.transactions());
        bells.errands().listen(errandsRung::add);
        bells.deliveries().listen(deliveriesRung::add);
        books = new Books(
                store.journal(), store.outbox(), store.errands(), store.discrepancies(), store.spentRequests());
        holds = new Holds(store.authorizations());
        OperationNotices notices = (to, event, at) -> Bytes.utf8(event + " told to " + to.app() + " at " + at);
        Moves<Operation, OperationEnded> moves =
                new Moves<>(new OperationKind(store.operations(), holds, notices), books);
        locked = new LockedOperations(store.operations(), holds);
        office = new Office(store.transactions(), books, clock, bells);
        requests = new OperationRequests(locked, Given.routing(store), GivenOperations.operationIds(), office);
        settlement = new OperationSettlement(locked, moves, GivenOperations.operationIds(), office);
        FollowedOrders<Operation> captures = new FollowedOperations(Sort.CAPTURE, locked);
        overdue = new MarkOverdue(List.of(captures), office);
        repair = new OrderRepair(List.of(OperationsByHand.of(captures, moves)), Given.holders(store), office);
        runner = new ErrandRunner(
                List.of(new SubmitOperation(captures, moves, _ -> Optional.of(acquirer))),
                overdue,
                office,
                Given.holders(store),
                new Fence(store.shards(), store.transactions()),
                held);
    }

    static RequestOperation.Command.Collect command(String request) {
        return new RequestOperation.Command.Collect(
                new RequestId(request), ORDER, AMOUNT, true, Given.message("request " + request));
    }

    /** A capture that the merchant asked for and nobody upstream has heard of. */
    Capture requested() {
        return requested(merchant);
    }

    Capture requested(Merchant caller) {
        return switch (requests.request(caller, command(Given.unique("R")))) {
            case RequestOperation.Outcome.Accepted(Capture capture) -> capture;
            case RequestOperation.Outcome.Accepted(Cancel _),
                    RequestOperation.Outcome.Repeated _,
                    RequestOperation.Outcome.Conflicting _,
                    RequestOperation.Outcome.NotAllowed _,
                    RequestOperation.Outcome.NotServed _ ->
                throw new IllegalStateException("the request id is new, and no authorization is known");
        };
    }

    /** What upstream tells of that request; the same report makes the same message. */
    static Told told(RequestId request, Report report) {
        return told(request, report, report.toString());
    }

    static Told told(RequestId request, Report report, String facts) {
        Message message = new Message(
                Bytes.utf8("message " + facts), "upstream's key", Fingerprint.of(List.of(request.value(), facts)));
        return new Told(Sort.CAPTURE, request, numbered(report), Optional.of(true), Optional.of(Given.NOON), message);
    }

    /** The same report, told under upstream's number. */
    static Report numbered(Report report) {
        return GivenOperations.under(Optional.of(NUMBER), report);
    }

    /** What upstream says that took it, and no more than its number. */
    static Said said() {
        return said(new Report.Processing(Terms.UNSAID));
    }

    static Said said(Report report) {
        return new Said.Has(numbered(report));
    }

    Settled settle(Capture capture, Report report) {
        return settle(told(capture.request(), report));
    }

    Settled settle(Told told) {
        return settlement.settle(List.of(holder), told);
    }

    Report.Settled settled() {
        return new Report.Settled(GivenOperations.terms(ORDER, AMOUNT), clock.instant());
    }

    /** Where it stands. */
    Capture now(Capture capture) {
        return (Capture) store.operations().find(capture.id()).orElseThrow();
    }

    String state(Capture capture) {
        return OperationKind.name(now(capture));
    }

    List<Row> story(Capture capture) {
        return store.journal().story(ObjectRef.of(capture.id()));
    }

    List<Kind> kinds(Capture capture) {
        return story(capture).stream().map(row -> row.entry().kind()).toList();
    }

    List<Kept> discrepancies() {
        return store.discrepancies().of(merchant.id(), 1_000);
    }

    Lease lease(Capture capture) {
        Shard shard = Shard.of(ObjectRef.of(capture.id()));
        return store.shards().lease("this instance", Duration.ofHours(1)).stream()
                .filter(lease -> lease.shard().equals(shard))
                .findFirst()
                .orElseThrow();
    }

    /** Another instance takes everything over. */
    void losesItsShards() {
        store.shards().leave("this instance");
        store.shards().lease("another instance", Duration.ofHours(1));
    }

    Optional<Errand> errand(Capture capture) {
        return store.errands().all().stream()
                .filter(errand -> errand.about().equals(ObjectRef.of(capture.id())))
                .findFirst();
    }

    List<OwedNews> deliveries(Capture capture) {
        ObjectRef about = ObjectRef.of(capture.id());
        return OwedNews.about(store, about, clock.instant());
    }
}
