package io.quittance.application.store;

import io.quittance.application.account.Accounts;
import io.quittance.application.account.Holder;
import io.quittance.application.account.NewAccount;
import io.quittance.application.account.Routing;
import io.quittance.application.capture.OperationIds;
import io.quittance.application.errand.Errand;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.Message;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.merchant.Holders;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.merchant.Registration;
import io.quittance.application.shard.Shard;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.account.AcquirerName;
import io.quittance.domain.account.Handle;
import io.quittance.domain.capture.Cancel;
import io.quittance.domain.capture.CancelId;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Asked;
import io.quittance.domain.capture.Operation.Key;
import io.quittance.domain.capture.Operation.Report;
import io.quittance.domain.capture.Operation.Sort;
import io.quittance.domain.capture.Operation.Terms;
import io.quittance.domain.capture.OperationId;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.capture.UpstreamNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.merchant.MerchantKey;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Money;
import io.quittance.domain.paymentlink.LinkId;
import io.quittance.domain.paymentlink.MerchantLinkId;
import io.quittance.domain.paymentlink.Offer;
import io.quittance.domain.paymentlink.PaymentLink;
import io.quittance.domain.text.Bytes;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** New things for a test; ids never repeat, so that a database may be shared with other tests and other runs. */
public final class Given {
    /** Some time, with milliseconds that must not get lost. */
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

    private static final String RUN =
            Long.toString(ThreadLocalRandom.current().nextLong(36L * 36 * 36 * 36 * 36 * 36 * 36 * 36), 36);
    private static final AtomicLong COUNT = new AtomicLong();

    private Given() {}

    /** At most 20 characters behind the prefix. */
    public static String unique(String prefix) {
        return prefix + RUN + "-" + Long.toString(COUNT.incrementAndGet(), 36);
    }

    /** A time in the past whose next minute no other test uses, so that queues shared with others can be read alone. */
    public static Instant quietMinute() {
        long first = Instant.parse("1980-01-01T00:00:00Z").toEpochMilli();
        long last = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
        return Instant.ofEpochMilli(ThreadLocalRandom.current().nextLong(first, last));
    }

    /** Made once: a pair takes a while. */
    public static KeyPair keys() {
        return Pair.KEYS;
    }

    private static final class Pair {
        private static final KeyPair KEYS = pair();

        private static KeyPair pair() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                return generator.generateKeyPair();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has RSA", e);
            }
        }
    }

    /** A merchant that the simulator settles. */
    public static Registration registration() {
        return registration(List.of(newAccount()));
    }

    public static Registration registration(List<NewAccount> accounts) {
        return new Registration(
                new AppId(unique("app-")),
                new MerchantNo(unique("no-")),
                URI.create("https://merchant.example/notify"),
                PayoutDialect.V2,
                key(),
                accounts);
    }

    /** One with the simulator that nobody has opened yet. */
    public static NewAccount newAccount() {
        return new NewAccount(
                new AcquirerName("simulator"),
                List.of(new Handle("app-id", unique("up-")), new Handle("merchant-no", unique("upno-"))),
                Bytes.utf8("{}"));
    }

    public static Account opened(Accounts accounts, MerchantId merchant, NewAccount asked) {
        return switch (accounts.add(merchant, asked)) {
            case Accounts.Added.Opened(var account) -> account;
            case Accounts.Added.Taken _ -> throw new IllegalStateException(asked.handles() + " are taken");
        };
    }

    public static MerchantKey key() {
        return new MerchantKey(
                Fingerprint.of(List.of("key")).value(), keys().getPublic(), NOON.minusSeconds(60), Optional.empty());
    }

    public static Merchant merchant(Store store) {
        return registered(store.merchants(), registration());
    }

    /** The account that such orders go through of which a test does not care. */
    public static AccountId account(MerchantId merchant) {
        return new AccountId(merchant.value());
    }

    /** Every account serves everything. */
    public static Routing routing(Store store) {
        return new Routing(store.accounts(), (acquirer, service) -> true, new AcquirerName("simulator"));
    }

    public static Holders holders(Store store) {
        return new Holders(store.merchants(), store.accounts());
    }

    /** A merchant at its oldest account. */
    public static Holder holder(Store store, Merchant merchant) {
        return new Holder(merchant, store.accounts().byMerchant(merchant.id()).getFirst());
    }

    public static Merchant registered(Merchants merchants, Registration registration) {
        return switch (merchants.add(registration)) {
            case Merchants.Added.Registered(var merchant) -> merchant;
            case Merchants.Added.AppTaken _, Merchants.Added.AccountTaken _ ->
                throw new IllegalStateException(registration + " could not be registered");
        };
    }

    /** A pending capture that nobody has kept yet. */
    public static Capture capture(MerchantId merchant) {
        return capture(merchant, unique("C"), unique("R"));
    }

    public static Capture capture(MerchantId merchant, String id, String request) {
        return Capture.requested(new CaptureId(id), asked(merchant, request), Money.of("100.50", "USD"), true);
    }

    /** A pending cancel that nobody has kept yet. */
    public static Cancel cancel(MerchantId merchant) {
        return Cancel.requested(new CancelId(unique("N")), asked(merchant, unique("R")));
    }

    private static Asked asked(MerchantId merchant, String request) {
        return new Asked(merchant, Given.account(merchant), new RequestId(request), new OutTradeNo("ORDER-1"), NOON);
    }

    /** A pending operation that nobody has kept yet. */
    public static Operation operation(Sort sort, MerchantId merchant) {
        return operation(sort, merchant, unique("C"), unique("R"));
    }

    public static Operation operation(Sort sort, MerchantId merchant, String id, String request) {
        return operation(operationId(sort, id), asked(merchant, request), Money.of("100.50", "USD"), true);
    }

    /** Of the sort that the number is of; amount and finality are only a capture's. */
    public static Operation operation(OperationId id, Asked asked, Money amount, boolean last) {
        return switch (id) {
            case CaptureId capture -> Capture.requested(capture, asked, amount, last);
            case CancelId cancel -> Cancel.requested(cancel, asked);
        };
    }

    /** Numbers that were never given before. */
    public static OperationIds operationIds() {
        return new OperationIds() {
            @Override
            public CaptureId nextCapture() {
                return new CaptureId(unique("C"));
            }

            @Override
            public CancelId nextCancel() {
                return new CancelId(unique("N"));
            }
        };
    }

    /** A report that says the terms of a capture, and not under which number. */
    public static Terms terms(OutTradeNo order, Money amount) {
        return new Terms(
                Optional.empty(), Optional.of(order), Optional.of(amount.amount()), Optional.of(amount.currency()));
    }

    /** The same report, told under that number. */
    public static Report under(Optional<UpstreamNo> number, Report report) {
        Terms told = report.terms();
        Terms terms = new Terms(number, told.order(), told.amount(), told.currency());
        return switch (report) {
            case Report.Processing _ -> new Report.Processing(terms);
            case Report.Settled(var _, var at) -> new Report.Settled(terms, at);
            case Report.Declined(var _, var at, var why) -> new Report.Declined(terms, at, why);
        };
    }

    /** By what a merchant knows its capture. */
    public static Key captureKey(String request) {
        return new Key(Sort.CAPTURE, new RequestId(request));
    }

    /** By what a merchant knows its cancel. */
    public static Key cancelKey(String request) {
        return new Key(Sort.CANCEL, new RequestId(request));
    }

    public static OperationId operationId(Sort sort, String id) {
        return switch (sort) {
            case CAPTURE -> new CaptureId(id);
            case CANCEL -> new CancelId(id);
        };
    }

    /** A link that upstream is being asked for, and that nobody has kept yet. */
    public static PaymentLink link(MerchantId merchant) {
        return link(merchant, unique("L"), unique("M"));
    }

    public static PaymentLink link(MerchantId merchant, String id, String request) {
        return PaymentLink.asked(
                new LinkId(id),
                merchant,
                Given.account(merchant),
                new MerchantLinkId(request),
                offer(),
                NOON,
                Duration.ofHours(1),
                NOON.plusSeconds(15));
    }

    public static Offer offer() {
        return new Offer(
                Money.of("40000", "IDR"),
                new Country("ID"),
                Optional.of(URI.create("https://merchant.example/links")),
                Fingerprint.of(List.of("content")).value(),
                Bytes.utf8("{\"description\":\"Two chairs\"}"));
    }

    /** A kept link of a new merchant. */
    public static PaymentLink keptLink(Store store) {
        return kept(store, link(merchant(store).id()));
    }

    public static PaymentLink kept(Store store, PaymentLink link) {
        store.perform(() -> store.paymentLinks().add(link));
        return link;
    }

    /** A kept capture of a new merchant. */
    public static Capture kept(Store store) {
        return kept(store, capture(merchant(store).id()));
    }

    /** A kept operation of a new merchant. */
    public static Operation kept(Store store, Sort sort) {
        return kept(store, operation(sort, merchant(store).id()));
    }

    public static <O extends Operation> O kept(Store store, O operation) {
        store.perform(() -> store.operations().add(operation));
        return operation;
    }

    /** A kept capture whose number falls into that shard. */
    public static Capture keptIn(Store store, MerchantId merchant, Shard shard) {
        String id = Stream.generate(() -> unique("C"))
                .filter(some -> Shard.of(ObjectRef.of(new CaptureId(some))).equals(shard))
                .findFirst()
                .orElseThrow();
        return kept(store, capture(merchant, id, unique("R")));
    }

    public static Operation succeeded(Operation operation) {
        return after(operation, new Report.Settled(Terms.UNSAID, NOON.plusSeconds(5)));
    }

    public static Operation failed(Operation operation, Failure why) {
        return after(operation, new Report.Declined(Terms.UNSAID, NOON.plusSeconds(5), why));
    }

    /** The same, once it has learned that number; the first that it learns stays. */
    public static Operation numbered(Operation operation, String number) {
        Terms terms =
                new Terms(Optional.of(new UpstreamNo(number)), Optional.empty(), Optional.empty(), Optional.empty());
        return after(operation, new Report.Processing(terms));
    }

    private static Operation after(Operation operation, Report report) {
        return operation.apply(report).after();
    }

    public static Errand errand(Operation about, Instant dueAt) {
        return Errand.submit(ObjectRef.of(about.id()), about.merchant(), Given.account(about.merchant()), dueAt);
    }

    public static Fingerprint fingerprint() {
        return Fingerprint.of(List.of(unique("fact")));
    }

    public static Message message(String body) {
        return new Message(
                Bytes.utf8(body), Fingerprint.of(List.of("key")).value(), Fingerprint.of(List.of("message", body)));
    }

    public static JournalEntry note(String line) {
        return JournalEntry.noted(Kind.OPERATED, NOON, line);
    }
}
