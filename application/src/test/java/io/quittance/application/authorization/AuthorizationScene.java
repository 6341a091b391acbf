package io.quittance.application.authorization;

import io.quittance.application.capture.CaptureKind;
import io.quittance.application.capture.CaptureRequests;
import io.quittance.application.capture.CaptureSettlement;
import io.quittance.application.capture.LockedCaptures;
import io.quittance.application.capture.RequestCapture;
import io.quittance.application.capture.SettleCapture;
import io.quittance.application.journal.Discrepancies.Open;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.Message;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.lifecycle.Moves;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.notification.Delivery;
import io.quittance.application.shard.Bell;
import io.quittance.application.shard.Bells;
import io.quittance.application.shard.Fence;
import io.quittance.application.shard.Lease;
import io.quittance.application.shard.Position;
import io.quittance.application.shard.Shard;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.application.store.InMemoryStore;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.ErrandRunner;
import io.quittance.application.upstream.Exchange;
import io.quittance.application.upstream.HeldMerchants;
import io.quittance.domain.authorization.Authorization.Hold;
import io.quittance.domain.authorization.Cancel;
import io.quittance.domain.authorization.CancelId;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.Payment.Mode;
import io.quittance.domain.authorization.Payment.Report;
import io.quittance.domain.authorization.Payment.Terms;
import io.quittance.domain.authorization.PaymentId;
import io.quittance.domain.authorization.UpstreamCancelNo;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.capture.UpstreamCaptureNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.money.Money;
import io.quittance.domain.text.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Captures, cancels and payments of one merchant over the twins, where every unit of work runs twice. */
final class AuthorizationScene {
    static final OutTradeNo ORDER = new OutTradeNo("ORDER-1");
    static final Money AUTHORIZED = Money.of("100.50", "USD");
    static final Failure WHY = new Failure("PAYMENT_FAILED", "no");
    static final Bytes DETAILS = Bytes.utf8("{\"details\":true}");
    static final Exchange EXCHANGE = Exchange.nothingSent(Duration.ofMillis(7));

    final HandClock clock = new HandClock(Given.NOON);
    final InMemoryStore store;
    final Merchant merchant;
    final CaptureRequests captures;
    final CaptureSettlement captureNews;
    final CancelRequests cancels;
    final CancelSettlement cancelNews;
    final PaymentNews payments;
    final ErrandRunner runner;
    final List<Cancel> asked = new ArrayList<>();
    final List<Shard> deliveriesRung = new ArrayList<>();
    Supplier<Answer<CancelAcquirer.Said>> answers = () -> new Answer.Unknown<>(EXCHANGE, "nobody said what to answer");
    boolean knowsItsIds;

    AuthorizationScene() {
        this(true);
    }

    AuthorizationScene(boolean rehearsed) {
        store = rehearsed ? InMemoryStore.rehearsedAt(clock) : InMemoryStore.at(clock);
        merchant = Given.merchant(store);
        Books books = new Books(store.journal(), store.outbox(), store.errands(), store.discrepancies());
        Holds holds = new Holds(store.authorizations());
        Bell errands = new Bell();
        Bell deliveries = new Bell();
        deliveries.listen(deliveriesRung::add);
        var captureKind =
                new CaptureKind(store.captures(), holds, (to, event, at) -> Bytes.utf8(event + " told to " + to.app()));
        var lockedCaptures = new LockedCaptures(store.captures(), holds);
        captures = new CaptureRequests(
                lockedCaptures, books, store.transactions(), () -> new CaptureId(Given.unique("C")), clock, errands);
        captureNews = new CaptureSettlement(
                lockedCaptures, books, new Moves<>(captureKind, books), store.transactions(), clock, deliveries);
        var cancelKind =
                new CancelKind(store.cancels(), holds, (to, event, at) -> Bytes.utf8(event + " told to " + to.app()));
        var lockedCancels = new LockedCancels(store.cancels(), holds);
        cancels = new CancelRequests(
                lockedCancels, books, store.transactions(), () -> new CancelId(Given.unique("N")), clock, errands);
        cancelNews = new CancelSettlement(
                lockedCancels, books, new Moves<>(cancelKind, books), store.transactions(), clock, deliveries);
        payments = new PaymentNews(
                new LockedPayments(store.payments(), holds, () -> new PaymentId(Given.unique("P"))),
                new Moves<>(
                        new PaymentKind(
                                store.payments(), holds, (to, event, at) -> Bytes.utf8(event + " told to " + to.app())),
                        books),
                new Office(store.transactions(), books, clock, new Bells(errands, deliveries)));
        runner = new ErrandRunner(
                List.of(new SubmitCancel(
                        store.cancels(), lockedCancels, new Moves<>(cancelKind, books), new PlayedCancels())),
                books,
                store.merchants(),
                new Fence(store.shards(), store.transactions()),
                new HeldMerchants(),
                clock,
                deliveries);
    }

    /** An upstream that answers what the test tells it to. */
    private final class PlayedCancels implements CancelAcquirer {
        @Override
        public Answer<Said> cancel(Merchant of, Cancel cancel) {
            if (store.transactions().busy()) {
                throw new AssertionError("called inside a transaction");
            }
            asked.add(cancel);
            return answers.get();
        }

        @Override
        public boolean knowsItsIds() {
            return knowsItsIds;
        }
    }

    RequestCapture.Outcome capture(String request, Money amount) {
        return captures.request(
                merchant,
                new RequestCapture.Command(
                        new RequestId(request), ORDER, amount, true, Given.message("capture " + request + amount)));
    }

    RequestCancel.Outcome cancel(String request) {
        return cancel(merchant, request, ORDER);
    }

    RequestCancel.Outcome cancel(Merchant caller, String request, OutTradeNo order) {
        return cancels.request(
                caller,
                new RequestCancel.Command(new RequestId(request), order, Given.message("cancel " + request + order)));
    }

    Cancel keptCancel(String request) {
        return store.cancels().find(merchant.id(), new RequestId(request)).orElseThrow();
    }

    Settled captureEnds(String request, boolean succeeds) {
        Capture.Report report = succeeds
                ? new Capture.Report.Settled(Capture.Terms.UNSAID, clock.instant())
                : new Capture.Report.Declined(Capture.Terms.UNSAID, clock.instant(), WHY);
        return captureNews.settle(
                List.of(merchant),
                new SettleCapture.Told(
                        new RequestId(request),
                        Optional.of(new UpstreamCaptureNo("UP-" + request)),
                        report,
                        Optional.empty(),
                        Optional.empty(),
                        Given.message(request + report)));
    }

    Settled cancelEnds(String request, boolean succeeds) {
        Cancel.Report report = succeeds
                ? new Cancel.Report.Settled(Optional.of(ORDER), clock.instant())
                : new Cancel.Report.Declined(Optional.of(ORDER), clock.instant(), WHY);
        return cancelTold(request, report);
    }

    Settled cancelTold(String request, Cancel.Report report) {
        return cancelNews.settle(
                List.of(merchant),
                new SettleCancel.Told(
                        new RequestId(request),
                        Optional.of(new UpstreamCancelNo("UP-" + request)),
                        report,
                        Optional.of(Given.NOON),
                        message(request, report)));
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
        return told(List.of(merchant), report);
    }

    Settled told(List<Merchant> candidates, Report report) {
        Message message = new Message(
                Bytes.utf8(report.toString()),
                "upstream's key",
                Fingerprint.of(List.of(
                        report.getClass().getSimpleName(), report.terms().toString())));
        return payments.relay(candidates, new RelayPayment.Told(ORDER, report, message));
    }

    Payment payment() {
        return store.payments().find(merchant.id(), ORDER).orElseThrow();
    }

    Optional<Hold> hold() {
        return store.authorizations().find(merchant.id(), ORDER).map(known -> known.hold());
    }

    List<Open> discrepancies() {
        return store.discrepancies().of(merchant.id(), 1_000);
    }

    List<Kind> kinds(ObjectRef about) {
        return store.journal().story(about).stream()
                .map(row -> row.entry().kind())
                .toList();
    }

    List<Delivery> owed(ObjectRef about) {
        return store.outbox().due(Shard.of(about), Position.START, clock.instant(), 1_000).stream()
                .filter(delivery -> delivery.about().equals(about))
                .toList();
    }

    /** Runs the errand about a cancel, which this instance's shard owes. */
    void runs(Cancel cancel) {
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
