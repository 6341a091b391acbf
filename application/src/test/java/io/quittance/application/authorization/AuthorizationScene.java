package io.quittance.application.authorization;

import io.quittance.application.account.Holder;
import io.quittance.application.capture.FollowedOperations;
import io.quittance.application.capture.GivenOperations;
import io.quittance.application.capture.LockedOperations;
import io.quittance.application.capture.OperationKind;
import io.quittance.application.capture.OperationRequests;
import io.quittance.application.capture.OperationSettlement;
import io.quittance.application.capture.PlayedAcquirer;
import io.quittance.application.capture.RequestOperation.Command.Collect;
import io.quittance.application.capture.RequestOperation.Command.Release;
import io.quittance.application.capture.RequestOperation.Outcome;
import io.quittance.application.capture.SettleOperation;
import io.quittance.application.capture.SubmitOperation;
import io.quittance.application.journal.Discrepancies.Kept;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.Message;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.notification.OwedNews;
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
import io.quittance.domain.authorization.Authorization.Hold;
import io.quittance.domain.authorization.CaptureAllowance;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.Payment.Mode;
import io.quittance.domain.authorization.Payment.Report;
import io.quittance.domain.authorization.Payment.Terms;
import io.quittance.domain.authorization.PaymentId;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.capture.UpstreamNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.money.Money;
import io.quittance.domain.text.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Captures, cancels and payments of one merchant over the twins, where every unit of work runs twice. */
final class AuthorizationScene {
    static final OutTradeNo ORDER = new OutTradeNo("ORDER-1");
    static final Money AUTHORIZED = Money.of("100.50", "USD");
    static final Failure WHY = new Failure("PAYMENT_FAILED", "no");
    static final Bytes DETAILS = Bytes.utf8("{\"details\":true}");

    final HandClock clock = new HandClock(Given.NOON);
    final InMemoryStore store;
    final Merchant merchant;
    final LockedOperations locked;
    final Office office;
    final OperationRequests requests;
    final OperationSettlement news;
    final PaymentNews payments;
    final ErrandRunner runner;
    final MarkOverdue overdue;
    final PlayedAcquirer acquirer;
    final List<Stretch> deliveriesRung = new ArrayList<>();

    AuthorizationScene() {
        this(true);
    }

    AuthorizationScene(boolean rehearsed) {
        this(rehearsed, CaptureAllowance.DOCUMENTED);
    }

    AuthorizationScene(boolean rehearsed, CaptureAllowance allowed) {
        store = rehearsed ? InMemoryStore.rehearsedAt(clock) : InMemoryStore.at(clock);
        merchant = Given.merchant(store);
        Books books = new Books(
                store.journal(), store.outbox(), store.errands(), store.discrepancies(), store.spentRequests());
        Holds holds = new Holds(store.authorizations(), allowed);
        Bell deliveries = new Bell();
        deliveries.listen(deliveriesRung::add);
        office = new Office(store.transactions(), books, clock, new Bells(new Bell(), deliveries));
        acquirer = new PlayedAcquirer(store.transactions());
        var kind = new OperationKind(
                store.operations(), holds, (to, event, at) -> Bytes.utf8(event + " told to " + to.app()));
        locked = new LockedOperations(store.operations(), holds);
        var moves = new Moves<>(kind, books);
        requests = new OperationRequests(locked, Given.routing(store), GivenOperations.operationIds(), office);
        news = new OperationSettlement(locked, moves, GivenOperations.operationIds(), office);
        payments = new PaymentNews(
                new LockedPayments(store.payments(), holds, () -> new PaymentId(Given.unique("P"))),
                new Moves<>(
                        new PaymentKind(
                                store.payments(), holds, (to, event, at) -> Bytes.utf8(event + " told to " + to.app())),
                        books),
                store.relays(),
                office);
        FollowedOrders<Operation> cancels = new FollowedOperations(Sort.CANCEL, locked);
        overdue = new MarkOverdue(List.of(cancels), office);
        runner = new ErrandRunner(
                List.of(new SubmitOperation(cancels, moves, _ -> Optional.of(acquirer))),
                overdue,
                office,
                Given.holders(store),
                new Fence(store.shards(), store.transactions()),
                new HeldAccounts());
    }

    Outcome capture(String request, Money amount) {
        return capture(request, amount, true);
    }

    Outcome capture(String request, Money amount, boolean last) {
        return requests.request(
                merchant,
                new Collect(
                        new RequestId(request),
                        ORDER,
                        amount,
                        last,
                        Given.message("capture " + request + amount + last)));
    }

    Outcome cancel(String request) {
        return cancel(merchant, request, ORDER);
    }

    Outcome cancel(Merchant caller, String request, OutTradeNo order) {
        return requests.request(
                caller, new Release(new RequestId(request), order, Given.message("cancel " + request + order)));
    }

    Operation keptCancel(String request) {
        return store.operations()
                .find(merchant.id(), GivenOperations.cancelKey(request))
                .orElseThrow();
    }

    Settled captureEnds(String request, boolean succeeds) {
        return ends(Sort.CAPTURE, request, terms(request, Optional.empty()), succeeds);
    }

    Settled cancelEnds(String request, boolean succeeds) {
        return ends(Sort.CANCEL, request, terms(request, Optional.of(ORDER)), succeeds);
    }

    private Settled ends(Sort sort, String request, Operation.Terms terms, boolean succeeds) {
        return told(
                sort,
                request,
                succeeds
                        ? new Operation.Report.Settled(terms, clock.instant())
                        : new Operation.Report.Declined(terms, clock.instant(), WHY));
    }

    static Operation.Terms terms(String request, Optional<OutTradeNo> order) {
        return new Operation.Terms(
                Optional.of(new UpstreamNo("UP-" + request)), order, Optional.empty(), Optional.empty());
    }

    Settled told(Sort sort, String request, Operation.Report report) {
        return news.settle(
                List.of(Given.holder(store, merchant)),
                new SettleOperation.Told(
                        sort,
                        new RequestId(request),
                        report,
                        Optional.empty(),
                        Optional.of(Given.NOON),
                        message(sort + request, report)));
    }

    private static Message message(String request, Object report) {
        return new Message(
                Bytes.utf8(report.toString()),
                "upstream's key",
                Fingerprint.of(List.of(request, report.getClass().getSimpleName())));
    }

    static Terms terms(Mode mode) {
        return new Terms(Optional.of(AUTHORIZED.amount()), Optional.of(AUTHORIZED.currency()), mode, Optional.empty());
    }

    /** Upstream tells that the order is authorized. */
    Settled authorized() {
        return told(new Report.Paid(terms(Mode.MANUAL), clock.instant(), DETAILS));
    }

    Settled told(Report report) {
        return told(List.of(Given.holder(store, merchant)), report);
    }

    Settled told(List<Holder> candidates, Report report) {
        Message message = new Message(
                Bytes.utf8(report.toString()),
                "upstream's key",
                Fingerprint.of(List.of(
                        report.getClass().getSimpleName(), report.terms().toString())));
        return payments.relay(candidates, new RelayPayment.Told(ORDER, report, message, Optional.empty()));
    }

    Payment payment() {
        return store.payments().find(merchant.id(), ORDER).orElseThrow();
    }

    Optional<Hold> hold() {
        return store.authorizations().find(merchant.id(), ORDER).map(known -> known.hold());
    }

    List<Kept> discrepancies() {
        return store.discrepancies().of(merchant.id(), 1_000);
    }

    List<Kind> kinds(ObjectRef about) {
        return store.journal().story(about).stream()
                .map(row -> row.entry().kind())
                .toList();
    }

    List<OwedNews> owed(ObjectRef about) {
        return OwedNews.about(store, about, clock.instant());
    }

    /** Runs the errand about a cancel, which this instance's shard owes. */
    void runs(Operation cancel) {
        ObjectRef about = ObjectRef.of(cancel.id());
        Lease lease = store.shards().lease("this instance", Duration.ofHours(1)).stream()
                .filter(one -> one.shard().equals(Shard.of(about)))
                .findFirst()
                .orElseThrow();
        store.errands().all().stream()
                .filter(errand -> errand.about().equals(about))
                .toList()
                .forEach(errand -> runner.run(lease, errand));
    }
}
