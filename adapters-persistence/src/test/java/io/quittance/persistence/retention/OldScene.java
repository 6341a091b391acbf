package io.quittance.persistence.retention;

import io.quittance.application.authorization.Payments;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.Dialect;
import io.quittance.application.notification.Recipient;
import io.quittance.application.payout.GivenPayouts;
import io.quittance.application.retention.ForgetOldOrders;
import io.quittance.application.retention.Forgotten;
import io.quittance.application.retention.Keeping;
import io.quittance.application.store.Given;
import io.quittance.domain.authorization.Payment;
import io.quittance.domain.authorization.Payment.Mode;
import io.quittance.domain.authorization.PaymentId;
import io.quittance.domain.capture.Cancel;
import io.quittance.domain.capture.CancelId;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Asked;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.relay.ApiName;
import io.quittance.domain.relay.ForeignNews;
import io.quittance.domain.relay.NewsId;
import io.quittance.domain.relay.NewsTopic;
import io.quittance.domain.relay.Relay;
import io.quittance.domain.relay.RelayId;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.OrderHeads;
import io.quittance.persistence.database.Database;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.JournalMonths;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.store.JdbcStore;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A database of its own with orders of early 2026, each with a story of two entries, looked at in June 2027. */
record OldScene(JdbcStore store, MerchantId merchant) implements AutoCloseable {
    static final Instant OLD = Instant.parse("2026-03-01T12:00:00Z");
    static final Instant NOW = Instant.parse("2027-06-15T00:00:00Z");

    /** Money for 13 months, so all that came by the end of April 2026 is old, and lately is since the middle of May. */
    static final Keeping KEEPING = new Keeping(
            Optional.of(Period.ofMonths(13)), Optional.of(Period.ofDays(30)), Optional.of(Period.ofDays(90)));

    static OldScene open(DatabaseSettings settings) {
        JdbcStore store = JdbcStore.open(settings);
        if (!settings.isEmbedded()) {
            store.database().sql().change("undo", "alter table journal remove partitioning");
            store.database().apart(sql -> {
                new JournalMonths(sql).divide(YearMonth.of(2026, 2));
                return true;
            });
        }
        return new OldScene(store, Given.merchant(store).id());
    }

    Database database() {
        return store.database();
    }

    JdbcOldOrders old() {
        return new JdbcOldOrders(database(), OrderHeads.ALL);
    }

    /** A run with as many pauses as it likes. */
    Forgotten forget() {
        return forget(() -> true);
    }

    Forgotten forget(ForgetOldOrders.Pause pause) {
        return new ForgetOldOrders(old(), KEEPING, store.transactions(), () -> NOW).forget(pause);
    }

    private ObjectRef told(ObjectRef about, Instant at) {
        store.perform(() -> store.journal()
                .append(
                        about,
                        List.of(
                                JournalEntry.noted(Kind.REQUESTED, at, "asked").with(Bytes.utf8("{}")),
                                JournalEntry.noted(Kind.MOVED, at, "ended"))));
        return about;
    }

    ObjectRef payout(Instant at) {
        return payout(at, Given.unique("O"));
    }

    ObjectRef payout(Instant at, String order) {
        Payout payout = GivenPayouts.at(GivenPayouts.payout(merchant, Given.unique("T"), order), at);
        GivenPayouts.kept(store, payout);
        return told(ended(ObjectRef.of(payout.id())), at);
    }

    private Asked asked(String order, Instant at) {
        return new Asked(
                merchant, Given.account(merchant), new RequestId(Given.unique("R")), new OutTradeNo(order), at);
    }

    ObjectRef capture(String order, Instant at) {
        return operation(
                Capture.requested(new CaptureId(Given.unique("C")), asked(order, at), Money.of("1", "USD"), false), at);
    }

    ObjectRef cancel(String order, Instant at) {
        return operation(Cancel.requested(new CancelId(Given.unique("N")), asked(order, at)), at);
    }

    /** A merchant asks for a capture of that order now. */
    void ask(String order) {
        Capture capture =
                Capture.requested(new CaptureId(Given.unique("C")), asked(order, NOW), Money.of("1", "USD"), false);
        store.perform(() -> {
            store.authorizations().lock(merchant, capture.order());
            store.operations().add(capture);
        });
    }

    private ObjectRef operation(Operation operation, Instant at) {
        store.perform(() -> {
            store.authorizations().lock(merchant, operation.order());
            store.operations().add(operation);
        });
        return told(ended(ObjectRef.of(operation.id())), at);
    }

    ObjectRef payment(String order, Instant at) {
        Payments payments = store.payments();
        Payment payment = Payment.awaited(
                new PaymentId(Given.unique("P")),
                merchant,
                Given.account(merchant),
                new OutTradeNo(order),
                Money.of("1", "USD"),
                Mode.MANUAL,
                at);
        store.perform(() -> payments.add(payment));
        return told(ended(ObjectRef.of(payment.id())), at);
    }

    ObjectRef link() {
        ObjectRef about = ObjectRef.of(Given.kept(store, Given.link(merchant)).id());
        change("update payment_link set state = 'EXPIRED', asking_until = null where link_id = ?", about);
        change("insert into payment_link_transaction (link_id, out_trade_no, status) values (?, 'T1', 'CLOSE')", about);
        return told(about, OLD);
    }

    ObjectRef relay(Instant at) {
        Relay relay = new Relay(
                new RelayId(Given.unique("L")),
                merchant,
                Given.account(merchant),
                new ApiName("orderQuery"),
                Optional.empty(),
                at);
        store.perform(() -> store.relays().add(relay));
        return told(ObjectRef.of(relay.id()), at);
    }

    ObjectRef news(Instant at) {
        ForeignNews news = new ForeignNews(
                new NewsId(Given.unique("F")),
                merchant,
                Given.account(merchant),
                new NewsTopic("REFUND", Given.unique("refund")),
                at);
        store.perform(() -> store.newsTold().addOrLock(news));
        return told(ObjectRef.of(news.id()), at);
    }

    /** Owes the merchant the news that the story's next entry tells. */
    void owe(ObjectRef about, boolean parked) {
        store.perform(() -> {
            int owed = store.journal()
                    .append(
                            about,
                            List.of(JournalEntry.noted(Kind.OWED, OLD, "owed").with(Bytes.utf8("{\"owed\":1}"))));
            store.outbox()
                    .append(about, owed, Recipient.registered(merchant, Dialect.ENVELOPED, Optional.empty()), OLD);
        });
        if (parked) {
            change("update delivery set due_at = null where object_id = ?", about);
        }
    }

    private ObjectRef ended(ObjectRef about) {
        String also = about.kind() == ObjectRef.Kind.PAYOUT ? ", paid_at = '2026-03-02'" : "";
        change(
                "update " + table(about) + " set state = 'SUCCESS', ended_at = '2026-03-02'" + also + " where "
                        + number(about) + " = ?",
                about);
        return about;
    }

    void change(String statement, ObjectRef about) {
        database().sql().change("prepare an order", statement, (Object) Sql.identifier(about.id()));
    }

    static String table(ObjectRef about) {
        return OrderHeads.ALL.of(about).table();
    }

    static String number(ObjectRef about) {
        return OrderHeads.ALL.of(about).number();
    }

    /** Rows of that table; all of them were made by this test. */
    long rows(String table) {
        return database()
                .sql()
                .first("count", "select count(*) as n from " + table, cells -> cells.whole("n"))
                .orElseThrow();
    }

    boolean isThere(ObjectRef about) {
        return database()
                .sql()
                .first(
                        "look",
                        "select journal_seq from " + table(about) + " where " + number(about) + " = ?",
                        cells -> cells.integer("journal_seq"),
                        (Object) Sql.identifier(about.id()))
                .isPresent();
    }

    /** Nothing half: an order whose story is not there whole, or a story without its order. */
    List<String> halves() {
        List<String> missing = Stream.of(ObjectRef.Kind.values())
                .flatMap(kind -> {
                    String table = OrderHeads.ALL.of(kind).table();
                    String number = OrderHeads.ALL.of(kind).number();
                    return Stream.of(
                            ("select concat('%1$s without story ', %2$s) as half from %1$s o where journal_seq <> ("
                                            + "select count(*) from journal j where j.object_kind = '%3$s'"
                                            + " and j.object_id = o.%2$s and j.object_month = o.created_month)")
                                    .formatted(table, number, kind),
                            ("select concat('story without %1$s ', object_id) as half from journal j"
                                            + " where object_kind = '%3$s' and not exists ("
                                            + "select 1 from %1$s o where o.%2$s = j.object_id)")
                                    .formatted(table, number, kind));
                })
                .flatMap(query -> database().sql().list("look for halves", query, cells -> cells.text("half")).stream())
                .toList();
        return missing;
    }

    @Override
    public void close() {
        store.close();
    }
}
