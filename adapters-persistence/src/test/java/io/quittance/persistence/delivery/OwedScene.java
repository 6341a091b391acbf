package io.quittance.persistence.delivery;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.delivery.OwedDelivery;
import io.quittance.application.delivery.ResendDeliveries;
import io.quittance.application.delivery.Resending;
import io.quittance.application.delivery.WantedDeliveries;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Books;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.merchant.EndpointChange;
import io.quittance.application.merchant.MerchantChange;
import io.quittance.application.notification.Delivery;
import io.quittance.application.notification.Dialect;
import io.quittance.application.notification.Recipient;
import io.quittance.application.notification.Signed;
import io.quittance.application.person.Hand;
import io.quittance.application.shard.Bell;
import io.quittance.application.shard.Bells;
import io.quittance.application.shard.Shard;
import io.quittance.application.shard.Stretch;
import io.quittance.application.store.Given;
import io.quittance.application.store.HandClock;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.store.JdbcStore;
import io.quittance.persistence.story.JdbcSummaries;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one merchant is owed, in a database, and a person who wants it sent. */
final class OwedScene {
    static final Signed SIGNED = new Signed("a signature", "a key");
    static final Hand ADA = new Hand("Ada", "case 4711");

    final JdbcStore store;
    final Merchant merchant;
    final JdbcOwedDeliveries owed;
    final HandClock clock = new HandClock(Given.NOON);
    final List<Stretch> rung = new ArrayList<>();
    final ResendDeliveries resending;

    OwedScene(JdbcStore store) {
        this.store = store;
        this.merchant = Given.merchant(store);
        this.owed = new JdbcOwedDeliveries(store.database().sql());
        Bells bells = new Bells(new Bell(), new Bell());
        bells.deliveries().listen(rung::add);
        Books books = new Books(
                store.journal(), store.outbox(), store.errands(), store.discrepancies(), store.spentRequests());
        Office office = new Office(store.transactions(), books, clock, bells);
        // What is told of payouts in these tests begins with its dialect's name.
        this.resending = new Resending(
                owed,
                new JdbcSummaries(store.database().sql()),
                store.merchants(),
                office,
                body -> Dialect.valueOf(body.asUtf8().split(" ")[0]));
    }

    ObjectRef capture() {
        return ObjectRef.of(GivenOperations.kept(store, GivenOperations.capture(merchant.id()))
                .id());
    }

    /** Owes it; due when it was owed. */
    OwedDelivery owe(ObjectRef about, String words, Instant at) {
        return owe(about, words, Dialect.ENVELOPED, Optional.empty(), at);
    }

    OwedDelivery owe(ObjectRef about, String words, Dialect dialect, Optional<URI> place, Instant at) {
        int row = store.answer(() -> {
            JournalEntry entry = JournalEntry.noted(Kind.OWED, at, "owed").with(Bytes.utf8(words));
            int next = store.journal().append(about, List.of(entry));
            store.outbox().append(about, next, Recipient.registered(merchant.id(), dialect, place), at);
            return next;
        });
        return all().stream()
                .filter(one -> one.about().equals(about) && one.owed() == row)
                .findFirst()
                .orElseThrow();
    }

    /** So many, each of an order of its own, in as few transactions as can be. */
    List<OwedDelivery> parked(int many, Instant at) {
        store.perform(() -> {
            for (int i = 0; i < many; i++) {
                Capture capture = GivenOperations.capture(merchant.id());
                store.operations().add(capture);
                ObjectRef about = ObjectRef.of(capture.id());
                JournalEntry entry = JournalEntry.noted(Kind.OWED, at, "owed").with(Bytes.utf8("news"));
                int row = store.journal().append(about, List.of(entry));
                store.outbox()
                        .append(
                                about,
                                row,
                                Recipient.registered(merchant.id(), Dialect.ENVELOPED, Optional.empty()),
                                at);
            }
        });
        List<OwedDelivery> owed = all();
        store.perform(() -> owed.forEach(one -> store.outbox().park(row(one), 6, SIGNED)));
        return owed;
    }

    /** What is asked about this merchant alone: the database is shared. */
    WantedDeliveries wanted() {
        return new WantedDeliveries(
                Optional.empty(),
                Optional.of(merchant.id()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    WantedDeliveries in(OwedDelivery.State state) {
        WantedDeliveries mine = wanted();
        return new WantedDeliveries(
                mine.about(), mine.merchant(), mine.kind(), Optional.of(state), mine.owedFrom(), mine.owedUntil());
    }

    List<OwedDelivery> all() {
        return owed.page(wanted(), 0, 1_000);
    }

    OwedDelivery now(OwedDelivery earlier) {
        return owed.find(earlier.id()).orElseThrow();
    }

    void park(OwedDelivery one) {
        store.perform(() -> store.outbox().park(row(one), 6, SIGNED));
    }

    void retry(OwedDelivery one, int attempt, Instant due) {
        store.perform(() -> store.outbox().retry(row(one), attempt, due, SIGNED));
    }

    void setAside(OwedDelivery one, String why) {
        store.perform(() -> store.outbox().owed().setAside(one.id(), why));
    }

    /** A further endpoint of its merchant. */
    EndpointId further(String name, PayoutDialect dialect) {
        EndpointChange change = new EndpointChange(
                name,
                Optional.of(URI.create("https://" + name + ".example/")),
                Optional.of(dialect),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return store.merchants()
                .change(merchant.app(), MerchantChange.of(change), Given.DEED)
                .flatMap(changed -> changed.merchant().endpoint(name))
                .orElseThrow()
                .id();
    }

    /** Its merchant has it. */
    void told(OwedDelivery one) {
        store.perform(() -> store.outbox().done(row(one), clock.instant()));
    }

    static Delivery row(OwedDelivery one) {
        return new Delivery(
                one.id(),
                one.about(),
                one.owed(),
                one.merchant(),
                one.endpoint(),
                one.dialect(),
                one.notifyUrl(),
                one.attempt(),
                one.dueAt().orElse(Given.NOON),
                Optional.empty());
    }

    List<String> operated(ObjectRef about) {
        return store.journal().story(about).stream()
                .filter(one -> one.entry().kind() == Kind.OPERATED)
                .map(one -> one.entry().who().orElse("") + " " + one.entry().note())
                .toList();
    }

    Stretch stretch(ObjectRef about) {
        return new Stretch(Shard.of(about), EndpointId.registered(merchant.id()).value());
    }
}
