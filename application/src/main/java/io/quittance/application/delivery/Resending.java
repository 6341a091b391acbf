package io.quittance.application.delivery;

import io.quittance.application.delivery.ResendDeliveries.Outcome.Again;
import io.quittance.application.delivery.ResendDeliveries.Outcome.Already;
import io.quittance.application.delivery.ResendDeliveries.Outcome.Armed;
import io.quittance.application.delivery.ResendDeliveries.Outcome.Nothing;
import io.quittance.application.delivery.ResendDeliveries.Outcome.Unknown;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.notification.Dialect;
import io.quittance.application.notification.NotificationOutbox;
import io.quittance.application.person.Hand;
import io.quittance.application.story.Summaries;
import io.quittance.application.story.Summary;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Arms what is owed, and owes once more what was told; each order under its own lock, and nothing else in there. */
public final class Resending implements ResendDeliveries {
    /** So many messages are looked at in one batch. */
    public static final int AT_ONCE = 100;

    private final OwedDeliveries owed;
    private final Summaries summaries;
    private final Office office;
    private final Function<Bytes, Dialect> dialects;

    /** @param dialects in which news of a payout is written; the merchant may have changed its own since */
    public Resending(OwedDeliveries owed, Summaries summaries, Office office, Function<Bytes, Dialect> dialects) {
        this.owed = owed;
        this.summaries = summaries;
        this.office = office;
        this.dialects = dialects;
    }

    /** The last news of an order, as it was owed. @param newest the journal's last row when it was read */
    private record LastNews(int sequence, Dialect dialect, Optional<URI> place, int newest) {}

    @Override
    public Outcome hasten(ObjectRef about, Hand hand) {
        return summaries
                .find(about)
                .map(Summary::merchant)
                .map(merchant -> rung(about, merchant, armed(about, hand)))
                .orElseGet(Unknown::new);
    }

    @Override
    public Outcome repeat(ObjectRef about, Hand hand) {
        Optional<MerchantId> merchant = summaries.find(about).map(Summary::merchant);
        if (merchant.isEmpty()) {
            return new Unknown();
        }
        // What was read before the lock counts only if nothing has come since.
        Optional<Outcome> outcome = Optional.empty();
        while (outcome.isEmpty()) {
            Optional<LastNews> last = lastNews(about);
            outcome = office.inOne(() -> repeated(about, merchant.get(), last, hand));
        }
        return rung(about, merchant.get(), outcome.get());
    }

    private Outcome rung(ObjectRef about, MerchantId merchant, Outcome outcome) {
        if (outcome instanceof Armed || outcome instanceof Again) {
            office.ringForDeliveries(about, merchant);
        }
        return outcome;
    }

    private Outcome armed(ObjectRef about, Hand hand) {
        return office.inOne(() -> {
            journal().append(about, List.of());
            return arm(about, hand);
        });
    }

    /** Under the lock of the order. */
    private Outcome arm(ObjectRef about, Hand hand) {
        Instant now = office.now();
        NotificationOutbox.Armed found = office.books().outbox().arm(about, now);
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

    private Optional<LastNews> lastNews(ObjectRef about) {
        List<Journal.Row> rows = journal().story(about);
        return rows.reversed().stream()
                .filter(row -> row.entry().kind() == Kind.OWED)
                .findFirst()
                .flatMap(row -> row.entry()
                        .body()
                        .map(body -> new LastNews(
                                row.sequence(),
                                about.kind() == ObjectRef.Kind.PAYOUT ? dialects.apply(body) : Dialect.ENVELOPED,
                                owed.ownPlace(about),
                                rows.getLast().sequence())));
    }

    /** @return empty if the journal has gone on meanwhile */
    private Optional<Outcome> repeated(ObjectRef about, MerchantId merchant, Optional<LastNews> last, Hand hand) {
        int next = journal().append(about, List.of());
        Outcome outcome = arm(about, hand);
        if (!(outcome instanceof Nothing) || last.isEmpty()) {
            return Optional.of(outcome);
        }
        LastNews news = last.get();
        if (news.newest() + 1 != next) {
            return Optional.empty();
        }
        Instant now = office.now();
        note(about, "the news of entry " + news.sequence() + " is to be sent once more: ", hand, now);
        office.books().outbox().append(about, news.sequence(), merchant, news.dialect(), news.place(), now);
        return Optional.of(new Again(news.sequence()));
    }

    @Override
    public Batch hasten(WantedDeliveries wanted, long behind, Hand hand) {
        List<OwedDelivery> page = owed.page(wanted, behind, AT_ONCE);
        List<ObjectRef> orders =
                page.stream().map(OwedDelivery::about).distinct().toList();
        long armed = orders.stream()
                .filter(about -> hasten(about, hand) instanceof Armed)
                .count();
        Optional<Long> more = page.size() < AT_ONCE
                ? Optional.empty()
                : Optional.of(page.getLast().id());
        return new Batch((int) armed, (int) (orders.size() - armed), more);
    }

    private Journal journal() {
        return office.books().journal();
    }
}
