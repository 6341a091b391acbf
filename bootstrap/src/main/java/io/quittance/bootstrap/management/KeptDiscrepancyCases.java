package io.quittance.bootstrap.management;

import io.quittance.application.discrepancy.EndDiscrepancy;
import io.quittance.application.discrepancy.EndDiscrepancy.Outcome;
import io.quittance.application.discrepancy.TellDiscrepancy;
import io.quittance.application.discrepancy.TellDiscrepancy.Whole;
import io.quittance.application.journal.Discrepancies;
import io.quittance.application.journal.Discrepancies.Ending;
import io.quittance.application.journal.Discrepancies.Ending.How;
import io.quittance.application.journal.Discrepancies.Kept;
import io.quittance.application.journal.Discrepancies.Wanted;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.person.Hand;
import io.quittance.application.story.Summaries;
import io.quittance.application.story.Summary;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.json.JsonWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The discrepancies straight from where they are kept. */
public final class KeptDiscrepancyCases implements DiscrepancyCases {
    private final Discrepancies discrepancies;
    private final TellDiscrepancy telling;
    private final EndDiscrepancy ending;
    private final Summaries summaries;
    private final Merchants merchants;
    private final InstantSource clock;

    public KeptDiscrepancyCases(
            Discrepancies discrepancies,
            TellDiscrepancy telling,
            EndDiscrepancy ending,
            Summaries summaries,
            Merchants merchants,
            InstantSource clock) {
        this.discrepancies = discrepancies;
        this.telling = telling;
        this.ending = ending;
        this.summaries = summaries;
        this.merchants = merchants;
        this.clock = clock;
    }

    private DiscrepancyJson json() {
        return new DiscrepancyJson(id -> merchants.byId(id).map(Merchant::app));
    }

    @Override
    public Bytes list(Listing listing) {
        if (listing.limit() < 1 || listing.limit() > MOST_LISTED) {
            throw new Trouble("The limit is " + listing.limit() + " (expected: 1 to " + MOST_LISTED + ").");
        }
        Wanted wanted = new Wanted(
                listing.ended(),
                listing.kind().map(KeptStories::kind),
                listing.appId()
                        .map(app ->
                                new RegisteredMerchants(merchants).latest(app).id()),
                listing.order().map(this::named).orElse(List.of()),
                listing.olderThan().map(age -> clock.instant().minus(KeptStories.someAge(age))),
                listing.oldestFirst());
        // One more tells whether there is another page.
        List<Kept> found = discrepancies.page(wanted, listing.behind(), listing.limit() + 1);
        List<Kept> page = found.subList(0, Math.min(found.size(), listing.limit()));
        Optional<String> next = found.size() > page.size()
                ? Optional.of(Long.toString(page.getLast().number()))
                : Optional.empty();
        return JsonWriter.object(
                o -> o.array("discrepancies", page, json()::one).text("behind", next));
    }

    private List<ObjectRef> named(String order) {
        List<ObjectRef> found = summaries.named(order, Stories.MOST_HITS).stream()
                .map(Summary::about)
                .toList();
        if (found.isEmpty()) {
            throw new Trouble(
                    "No order is called " + ProtocolText.excerpt(order) + " by us, by a merchant or by upstream.");
        }
        return found;
    }

    @Override
    public Bytes tell(long number, Whose whose) {
        return json().masked(found(number, telling.tell(number, said(whose))));
    }

    @Override
    public Bytes reveal(By by) {
        return json().whole(found(by.number(), telling.reveal(by.number(), hand(by))));
    }

    private static Whole found(long number, Optional<Whole> one) {
        return one.orElseThrow(() -> unknown(number));
    }

    private static Trouble unknown(long number) {
        return new Trouble("There is no discrepancy " + number + ".");
    }

    private static Hand hand(By by) {
        return new ByWhom(by.person(), by.reason()).hand();
    }

    private EndDiscrepancy.Whose said(Whose whose) {
        return new EndDiscrepancy.Whose(
                whose.appId()
                        .map(app ->
                                new RegisteredMerchants(merchants).latest(app).id()),
                whose.account().map(KeptDiscrepancyCases::account));
    }

    private static AccountId account(String text) {
        try {
            return new AccountId(Long.parseLong(text));
        } catch (IllegalArgumentException e) {
            throw new Trouble(
                    "The account is " + ProtocolText.excerpt(text)
                            + " (expected: its number, as 'quittance account list' shows it).",
                    e);
        }
    }

    @Override
    public Bytes close(By by) {
        return ended(by.number(), How.CLOSED, ending.close(by.number(), hand(by)));
    }

    @Override
    public Bytes adopt(By by, Whose whose) {
        return ended(by.number(), How.ADOPTED, ending.adopt(by.number(), hand(by), said(whose)));
    }

    private Bytes ended(long number, How wanted, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var kept, var moved) -> ended(kept, true, moved);
            case Outcome.Already(var kept) -> ended(so(wanted, kept), false, false);
            case Outcome.Refused(var why) ->
                throw new Trouble("Nothing changed, as discrepancy " + number + " cannot be adopted: " + why + ". "
                        + left(number));
            case Outcome.Unknown() -> throw unknown(number);
            case Outcome.Possible _ -> throw new IllegalStateException(outcome + " (expected: what was done)");
        };
    }

    /** @throws Trouble if it was ended the other way: who asked for this one must not take it for done */
    private static Kept so(How wanted, Kept kept) {
        Ending ending = kept.ending().orElseThrow();
        if (ending.how() != wanted) {
            throw new Trouble("Nothing changed, as discrepancy " + kept.number() + " was "
                    + (ending.how() == How.CLOSED ? "closed without adopting it" : "adopted") + ", " + ending.at()
                    + " by " + ending.person() + ": " + ending.reason() + " (expected: an open one).");
        }
        return kept;
    }

    private Bytes ended(Kept kept, boolean changed, boolean moved) {
        return JsonWriter.object(o ->
                o.bool("changed", changed).bool("moved", moved).object("discrepancy", one -> json().one(one, kept)));
    }

    /** What can be done about one that cannot be adopted. */
    private String left(long number) {
        Optional<Summary> order = discrepancies
                .find(number)
                .flatMap(kept -> kept.discrepancy().about())
                .flatMap(summaries::find);
        String settle = order.filter(DiscrepancyJson::settles)
                .map(one -> "'order settle " + one.about().id() + "' ends its order on your word; ")
                .orElse("");
        return "What can be done: " + settle + "'discrepancy close " + number + "' says that it is settled.";
    }
}
