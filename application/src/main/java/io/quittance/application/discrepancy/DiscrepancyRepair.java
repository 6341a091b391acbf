package io.quittance.application.discrepancy;

import io.quittance.application.account.Accounts;
import io.quittance.application.account.Holder;
import io.quittance.application.discrepancy.EndDiscrepancy.Outcome.Already;
import io.quittance.application.discrepancy.EndDiscrepancy.Outcome.Done;
import io.quittance.application.discrepancy.EndDiscrepancy.Outcome.Possible;
import io.quittance.application.discrepancy.EndDiscrepancy.Outcome.Refused;
import io.quittance.application.discrepancy.EndDiscrepancy.Outcome.Unknown;
import io.quittance.application.journal.Adoption;
import io.quittance.application.journal.Adoption.Rehearsed;
import io.quittance.application.journal.Discrepancies;
import io.quittance.application.journal.Discrepancies.Discrepancy;
import io.quittance.application.journal.Discrepancies.Ending;
import io.quittance.application.journal.Discrepancies.Ending.How;
import io.quittance.application.journal.Discrepancies.Kept;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.NotAdopted;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.lifecycle.Office;
import io.quittance.application.lifecycle.Settled;
import io.quittance.application.merchant.Holders;
import io.quittance.application.person.Hand;
import io.quittance.application.story.Summaries;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Ends discrepancies: closes them, or hands their messages to those who take news. */
public final class DiscrepancyRepair implements EndDiscrepancy {
    private static final Hand NOBODY = new Hand("nobody", "what would follow?");

    private final Summaries summaries;
    private final Accounts accounts;
    private final Holders holders;
    private final KeptNews news;
    private final Office office;

    public DiscrepancyRepair(Summaries summaries, Accounts accounts, Holders holders, KeptNews news, Office office) {
        this.summaries = Objects.requireNonNull(summaries, "summaries");
        this.accounts = Objects.requireNonNull(accounts, "accounts");
        this.holders = Objects.requireNonNull(holders, "holders");
        this.news = Objects.requireNonNull(news, "news");
        this.office = Objects.requireNonNull(office, "office");
    }

    private Discrepancies all() {
        return office.books().discrepancies();
    }

    private Outcome now(long number) {
        return all().find(number)
                .<Outcome>map(kept -> kept.ending().isPresent() ? new Already(kept) : new Refused("it is still open"))
                .orElseGet(Unknown::new);
    }

    @Override
    public Outcome close(long number, Hand hand) {
        Optional<Kept> kept = all().find(number);
        if (kept.isEmpty() || kept.get().ending().isPresent()) {
            return now(number);
        }
        try {
            return office.inOne(() -> closed(kept.get(), hand));
        } catch (NotAdopted _) {
            return now(number);
        }
    }

    /** The order is locked first, as by whoever adopts: two that end the same never wait for each other. */
    private Outcome closed(Kept kept, Hand hand) {
        Instant now = office.now();
        Optional<ObjectRef> order = order(kept.discrepancy());
        order.ifPresent(about -> office.books()
                .journal()
                .append(
                        about,
                        List.of(JournalEntry.noted(
                                        Kind.OPERATED,
                                        now,
                                        "closed discrepancy " + kept.number() + ": " + hand.reason())
                                .by(hand.person()))));
        Ending ending = new Ending(How.CLOSED, now, hand.person(), hand.reason());
        if (!all().end(kept.number(), ending, Optional.empty())) {
            throw new NotAdopted("it was ended meanwhile");
        }
        return new Done(new Kept(kept.number(), kept.discrepancy(), kept.repeats(), Optional.of(ending)), false);
    }

    private Optional<ObjectRef> order(Discrepancy discrepancy) {
        return discrepancy.about().filter(about -> summaries.find(about).isPresent());
    }

    @Override
    public Outcome adopt(long number, Hand hand, Whose whose) {
        return adopt(number, hand, whose, false);
    }

    @Override
    public Outcome rehearse(long number, Whose whose) {
        return adopt(number, NOBODY, whose, true);
    }

    private Outcome adopt(long number, Hand hand, Whose whose, boolean rehearsed) {
        Optional<Kept> found = all().find(number);
        if (found.isEmpty() || found.get().ending().isPresent()) {
            return now(number);
        }
        Discrepancy told = found.get().discrepancy();
        Adoption adoption = new Adoption(number, told.about(), told.at(), hand.person(), hand.reason(), rehearsed);
        try {
            KeptNews.Taken taken = news.take(holder(told, whose), told.message().adopted(Optional.of(adoption)));
            return switch (taken) {
                case KeptNews.Taken.Told(var outcome) -> ended(number, outcome);
                case KeptNews.Taken.NotUnderstood(var why) ->
                    new Refused("also this version does not understand it: " + why);
                case KeptNews.Taken.NoNews(var why) -> new Refused(why);
            };
        } catch (NotAdopted e) {
            return now(number) instanceof Already already ? already : new Refused(e.getMessage());
        } catch (Rehearsed e) {
            return new Possible(e.order(), e.getMessage());
        }
    }

    private Outcome ended(long number, Settled outcome) {
        Kept kept = all().find(number)
                .filter(one -> one.ending().isPresent())
                .orElseThrow(() -> new IllegalStateException("discrepancy " + number + " was adopted and is open"));
        return new Done(kept, outcome == Settled.RECORDED);
    }

    /** For whom it is taken in: where it is about an order, for whom that is, on the person's word. */
    private Holder holder(Discrepancy told, Whose whose) {
        if (told.about().isPresent()) {
            return summaries
                    .find(told.about().get())
                    .map(order -> holders.of(order.merchant(), order.account()))
                    .orElseThrow(() -> new NotAdopted("its order is not known any more"));
        }
        MerchantId merchant = told.merchant()
                .or(whose::merchant)
                .orElseThrow(() -> new NotAdopted("whose it is cannot be told (expected: the app id of its merchant)"));
        AccountId account = told.account().orElseGet(() -> account(told, merchant, whose));
        return holders.of(merchant, account);
    }

    /** Nobody's word gives a message to an account for which it was not verified. */
    private AccountId account(Discrepancy told, MerchantId merchant, Whose whose) {
        List<AccountId> possible = accounts.byMerchant(merchant).stream()
                .filter(one ->
                        whose.account().isEmpty() || whose.account().get().equals(one.id()))
                .filter(one -> news.verifiedFor(one, told.message()))
                .map(Account::id)
                .toList();
        return switch (possible.size()) {
            case 0 ->
                throw new NotAdopted("what verified it, " + told.message().keyId()
                        + ", verifies nothing for "
                        + (whose.account().isEmpty() ? "an account of that merchant" : "that account")
                        + " now");
            case 1 -> possible.getFirst();
            default ->
                throw new NotAdopted("several accounts may have told it (expected: one of "
                        + possible.stream().map(AccountId::toString).collect(Collectors.joining(", ")) + ")");
        };
    }
}
