package io.quittance.application.delivery;

import io.quittance.application.delivery.ResendDeliveries.Outcome.Again;
import io.quittance.application.delivery.ResendDeliveries.Outcome.Already;
import io.quittance.application.delivery.ResendDeliveries.Outcome.Armed;
import io.quittance.application.delivery.ResendDeliveries.Outcome.NoEndpoint;
import io.quittance.application.delivery.ResendDeliveries.Outcome.NotTold;
import io.quittance.application.delivery.ResendDeliveries.Outcome.Nothing;
import io.quittance.application.delivery.ResendDeliveries.Outcome.Unknown;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.notification.Dialect;
import io.quittance.application.notification.NotificationOutbox;
import io.quittance.application.notification.Recipient;
import io.quittance.application.person.Hand;
import io.quittance.application.story.Summaries;
import io.quittance.application.story.Summary;
import io.quittance.domain.merchant.Endpoint;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Arms what is owed, and owes once more what was told; each order under its own lock, and nothing else in there. */
public final class Resending implements ResendDeliveries {
    /** So many messages are looked at in one batch. */
    public static final int AT_ONCE = 100;

    private final OwedDeliveries owed;
    private final Summaries summaries;
    private final Merchants merchants;
    private final Office office;
    private final Function<Bytes, Dialect> dialects;

    /** @param dialects in which news of a payout is written; the merchant may have changed its own since */
    public Resending(
            OwedDeliveries owed,
            Summaries summaries,
            Merchants merchants,
            Office office,
            Function<Bytes, Dialect> dialects) {
        this.owed = owed;
        this.summaries = summaries;
        this.merchants = merchants;
        this.office = office;
        this.dialects = dialects;
    }

    /** A message of an order, as it was owed. */
    private record News(int sequence, Dialect dialect) {}

    /**
     * The last news of an order.
     *
     * @param forms the last of each form that it was written in, the latest first; empty if nobody was ever told of it
     * @param place that the order names itself
     * @param newest the journal's last row when it was read
     */
    private record LastNews(List<News> forms, Optional<URI> place, int newest) {
        /** In the form that an endpoint wants; else as it was told last. */
        News in(Dialect dialect) {
            return forms.stream()
                    .filter(news -> news.dialect() == dialect)
                    .findFirst()
                    .orElseGet(forms::getFirst);
        }
    }

    @Override
    public Outcome hasten(ObjectRef about, Optional<EndpointId> only, Hand hand) {
        return merchant(about)
                .map(merchant -> rung(about, merchant, armed(about, only, hand)))
                .orElseGet(Unknown::new);
    }

    private Optional<Merchant> merchant(ObjectRef about) {
        return summaries.find(about).map(Summary::merchant).flatMap(merchants::byId);
    }

    @Override
    public Outcome repeat(ObjectRef about, Optional<String> only, Hand hand) {
        Optional<Merchant> merchant = merchant(about);
        if (merchant.isEmpty()) {
            return new Unknown();
        }
        Optional<Endpoint> place = only.flatMap(name -> named(merchant.get(), name));
        if (only.isPresent() && place.isEmpty()) {
            return new NoEndpoint();
        }
        // What was read before the lock counts only if nothing has come since.
        Optional<Outcome> outcome = Optional.empty();
        while (outcome.isEmpty()) {
            LastNews last = lastNews(about);
            outcome = office.inOne(() -> repeated(about, merchant.get(), place, last, hand));
        }
        return rung(about, merchant.get(), outcome.get());
    }

    @Override
    public int toRepeat(ObjectRef about) {
        if (!owed.page(WantedDeliveries.about(about), 0, 1).isEmpty()) {
            return 0;
        }
        LastNews last = lastNews(about);
        return last.forms().isEmpty()
                ? 0
                : merchant(about)
                        .map(merchant -> told(merchant, about, last).size())
                        .orElse(0);
    }

    private static List<Endpoint> told(Merchant merchant, ObjectRef about, LastNews last) {
        return merchant.told(about.topic(), last.place().isPresent());
    }

    private static Optional<Endpoint> named(Merchant merchant, String name) {
        return name.equals(Endpoint.REGISTERED) ? Optional.of(merchant.registered()) : merchant.endpoint(name);
    }

    private Outcome rung(ObjectRef about, Merchant merchant, Outcome outcome) {
        if (outcome instanceof Armed || outcome instanceof Again) {
            office.ringForDeliveries(about, merchant);
        }
        return outcome;
    }

    private Outcome armed(ObjectRef about, Optional<EndpointId> only, Hand hand) {
        return office.inOne(() -> {
            journal().append(about, List.of());
            return arm(about, only, hand);
        });
    }

    /** Under the lock of the order. */
    private Outcome arm(ObjectRef about, Optional<EndpointId> only, Hand hand) {
        Instant now = office.now();
        NotificationOutbox.Armed found = office.books().outbox().arm(about, only, now);
        return switch (found) {
            case NOTHING_OWED -> new Nothing();
            case DUE_ALREADY -> new Already();
            case ARMED -> {
                note(about, "what is owed is to be sent now: ", hand, now);
                yield new Armed();
            }
        };
    }

    private void note(ObjectRef about, String what, Hand hand, Instant now) {
        JournalEntry said = JournalEntry.noted(Kind.OPERATED, now, what + hand.reason());
        journal().append(about, List.of(said.by(hand.person())));
    }

    /** Of rows that stand side by side each is a form of the same news. */
    private LastNews lastNews(ObjectRef about) {
        List<Journal.Row> rows = journal().story(about);
        List<News> forms = new ArrayList<>();
        for (Journal.Row row : rows.reversed()) {
            boolean owes = row.entry().kind() == Kind.OWED;
            Optional<Bytes> body = owes ? row.body() : Optional.empty();
            if (body.isPresent()) {
                forms.add(new News(row.sequence(), form(about, body.get())));
            } else if (!forms.isEmpty()) {
                break;
            }
        }
        return new LastNews(
                forms, owed.ownPlace(about), rows.isEmpty() ? 0 : rows.getLast().sequence());
    }

    private Dialect form(ObjectRef about, Bytes body) {
        return about.kind() == ObjectRef.Kind.PAYOUT ? dialects.apply(body) : Dialect.ENVELOPED;
    }

    /** @return empty if the journal has gone on meanwhile */
    private Optional<Outcome> repeated(
            ObjectRef about, Merchant merchant, Optional<Endpoint> only, LastNews last, Hand hand) {
        int next = journal().append(about, List.of());
        Outcome outcome = arm(about, only.map(Endpoint::id), hand);
        if (!(outcome instanceof Nothing) || last.forms().isEmpty()) {
            return Optional.of(outcome);
        }
        Optional<Endpoint> untold = only.filter(one -> !one.topics().contains(about.topic()));
        if (untold.isPresent()) {
            return Optional.of(new NotTold(untold.get().topics()));
        }
        if (last.newest() + 1 != next) {
            return Optional.empty();
        }
        Instant now = office.now();
        List<Endpoint> told = only.map(List::of).orElseGet(() -> told(merchant, about, last));
        int latest = last.forms().getFirst().sequence();
        String whom = only.map(one -> " to its endpoint " + one.name()).orElse("");
        note(about, "the news of entry " + latest + " is to be sent once more" + whom + ": ", hand, now);
        for (Endpoint endpoint : told) {
            News news = last.in(Dialect.of(endpoint.payoutDialect()));
            Recipient recipient = Recipient.at(endpoint, merchant.id(), news.dialect(), last.place());
            office.books().outbox().append(about, news.sequence(), recipient, now);
        }
        return Optional.of(new Again(latest));
    }

    /** What is wanted at one endpoint of an order. */
    private record Wanted(ObjectRef about, EndpointId endpoint) {}

    @Override
    public Batch hasten(WantedDeliveries wanted, long behind, Hand hand) {
        List<OwedDelivery> page = owed.page(wanted, behind, AT_ONCE);
        List<Wanted> all = page.stream()
                .map(one -> new Wanted(one.about(), one.endpoint()))
                .distinct()
                .toList();
        long armed = all.stream()
                .filter(one -> hasten(one.about(), Optional.of(one.endpoint()), hand) instanceof Armed)
                .count();
        Optional<Long> more = page.size() < AT_ONCE
                ? Optional.empty()
                : Optional.of(page.getLast().id());
        return new Batch((int) armed, (int) (all.size() - armed), more);
    }

    private Journal journal() {
        return office.books().journal();
    }
}
