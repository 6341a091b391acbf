package io.quittance.application.relay;

import io.quittance.application.account.Holder;
import io.quittance.application.journal.Fingerprint;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.journal.Wish;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.merchant.Candidates;
import io.quittance.application.notification.Dialect;
import io.quittance.application.notification.Recipient;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.relay.ForeignNews;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Passes news on that we do not understand: keeps what came and what we owe for it, in one transaction. */
public final class PassingNewsOn implements PassNewsOn {
    private final NewsTold news;
    private final Relays relays;
    private final NewsNotices notices;
    private final NewsIds ids;
    private final Office office;

    public PassingNewsOn(NewsTold news, Relays relays, NewsNotices notices, NewsIds ids, Office office) {
        this.news = news;
        this.relays = relays;
        this.notices = notices;
        this.ids = ids;
        this.office = office;
    }

    @Override
    public Settled pass(List<Holder> candidates, Told told) {
        Instant now = office.now();
        Optional<Holder> owner = Candidates.owner(
                candidates,
                one -> news.find(one.merchant().id(), told.topic())
                        .filter(known -> known.account().equals(one.account().id()))
                        .isPresent());
        if (owner.isEmpty()) {
            return office.inOne(() -> {
                office.books()
                        .disbelieve(
                                Optional.empty(),
                                Optional.empty(),
                                told.message(),
                                "for which merchant cannot be told",
                                now);
                return Settled.UNUSABLE;
            });
        }
        Merchant merchant = owner.get().merchant();
        Optional<URI> place = relays.place(merchant.id(), told.call());
        ForeignNews heard =
                new ForeignNews(ids.next(), merchant.id(), owner.get().account().id(), told.topic(), now);
        record Passed(Settled outcome, ObjectRef about) {}
        Passed passed = office.inOne(() -> {
            ObjectRef about = ObjectRef.of(news.addOrLock(heard).id());
            return new Passed(passed(about, merchant, told, place, now), about);
        });
        if (passed.outcome() == Settled.RECORDED) {
            office.ringForDeliveries(passed.about(), merchant);
        }
        return passed.outcome();
    }

    private Settled passed(ObjectRef about, Merchant merchant, Told told, Optional<URI> place, Instant now) {
        office.books().adopt(told.message(), about, now);
        List<JournalEntry> heard = told.message().heard(now, Wish.NEWS.line(told.topic()));
        if (office.books().journal().repeated(about, told.message().fingerprint())) {
            told.message().adopted().ifPresent(by -> {
                by.follows(about, "nothing, it was passed on already");
                office.books().journal().append(about, List.of(heard.getLast()));
            });
            return Settled.KNOWN_ALREADY;
        }
        JournalEntry owed = JournalEntry.noted(Kind.OWED, now, "the merchant is owed the same")
                .with(notices.notice(merchant, told.message().raw()))
                .with(Fingerprint.of(
                        List.of("owed", about.id(), told.message().fingerprint().value())));
        List<JournalEntry> entries =
                Stream.concat(heard.stream(), Stream.of(owed)).toList();
        int last = office.books().journal().append(about, entries) + heard.size();
        merchant.told(about.topic(), place.isPresent())
                .forEach(endpoint -> office.books()
                        .outbox()
                        .append(about, last, Recipient.at(endpoint, merchant.id(), Dialect.ENVELOPED, place), now));
        told.message().adopted().ifPresent(by -> by.follows(about, "it is passed on to its merchant"));
        return Settled.RECORDED;
    }
}
