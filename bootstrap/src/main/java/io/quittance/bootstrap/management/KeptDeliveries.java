package io.quittance.bootstrap.management;

import io.quittance.application.delivery.OwedDeliveries;
import io.quittance.application.delivery.OwedDeliveries.Tally;
import io.quittance.application.delivery.OwedDelivery;
import io.quittance.application.delivery.ResendDeliveries;
import io.quittance.application.delivery.ResendDeliveries.Batch;
import io.quittance.application.delivery.ResendDeliveries.Outcome;
import io.quittance.application.delivery.WantedDeliveries;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.story.Story;
import io.quittance.application.story.TellStory;
import io.quittance.bootstrap.management.DeliveryJson.Told;
import io.quittance.bootstrap.management.DeliveryJson.Whole;
import io.quittance.bootstrap.management.Endpoints.Which;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.merchant.Endpoint;
import io.quittance.domain.merchant.Topic;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.json.JsonWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is owed straight from where it is kept. */
public final class KeptDeliveries implements Deliveries {
    private final OwedDeliveries owed;
    private final ResendDeliveries resending;
    private final TellStory stories;
    private final WantedReader wishes;
    private final Merchants merchants;
    private final Endpoints endpoints;

    /** @param endpoints how they stand in this process */
    public KeptDeliveries(
            OwedDeliveries owed,
            ResendDeliveries resending,
            TellStory stories,
            WantedReader wishes,
            Endpoints endpoints) {
        this.owed = owed;
        this.resending = resending;
        this.stories = stories;
        this.wishes = wishes;
        this.merchants = wishes.merchants();
        this.endpoints = endpoints;
    }

    private DeliveryJson json() {
        return new DeliveryJson(merchants);
    }

    @Override
    public Bytes list(Filter filter, Optional<String> behind, int limit) {
        if (limit < 1 || limit > MOST_LISTED) {
            throw new Trouble("The limit is " + limit + " (expected: 1 to " + MOST_LISTED + ").");
        }
        boolean toldOnly = filter.state().filter(WantedReader.DELIVERED::equals).isPresent();
        if (toldOnly && filter.order().isEmpty()) {
            throw new Trouble("What was delivered is known of one order alone (expected: the order as well).");
        }
        WantedDeliveries wanted = wishes.read(toldOnly ? withoutState(filter) : filter);
        long from = behind.map(WantedReader::number).orElse(0L);
        // One more tells whether there is another page.
        List<OwedDelivery> found = owed.page(wanted, from, limit + 1);
        List<OwedDelivery> page = found.subList(0, Math.min(found.size(), limit));
        Optional<Long> next =
                found.size() > page.size() ? Optional.of(page.getLast().id()) : Optional.empty();
        List<Told> told = toldOnly || filter.state().isEmpty() && from == 0
                ? wanted.about().map(this::told).orElse(List.of())
                : List.of();
        return json().page(toldOnly ? List.of() : page, told, next);
    }

    private static Filter withoutState(Filter filter) {
        return new Filter(
                filter.order(), filter.appId(), filter.kind(), Optional.empty(), filter.since(), filter.until());
    }

    /** What its merchant has acknowledged of an order, as the journal tells. */
    private List<Told> told(ObjectRef about) {
        List<Journal.Row> rows = stories.tell(about).map(Story::rows).orElse(List.of());
        return rows.stream()
                .filter(row -> row.entry().kind() == Kind.OWED)
                .flatMap(row -> DeliveryJson.told(row, rows).stream())
                .toList();
    }

    @Override
    public Bytes count(Filter filter) {
        Tally tally = owed.tally(owedOnly(filter));
        int again = tally.count() == 0 && filter.isOrderAlone()
                ? filter.order().map(wishes::order).map(resending::toRepeat).orElse(0)
                : 0;
        return DeliveryJson.count(tally, again);
    }

    private WantedDeliveries owedOnly(Filter filter) {
        if (filter.state().filter(WantedReader.DELIVERED::equals).isPresent()) {
            throw new Trouble("What was delivered is sent once more by its order alone (expected: no state).");
        }
        return wishes.read(filter);
    }

    @Override
    public Bytes show(String id) {
        OwedDelivery one = one(id);
        return json().masked(whole(one, stories.tell(one.about())));
    }

    @Override
    public Bytes reveal(String id, ByWhom by) {
        OwedDelivery one = one(id);
        return json().unmasked(whole(one, stories.reveal(one.about(), by.hand())));
    }

    private OwedDelivery one(String id) {
        return owed.find(WantedReader.number(id))
                .orElseThrow(() -> new Trouble("Nothing is owed under the number " + ProtocolText.excerpt(id)
                        + ": what was told is found by its order."));
    }

    private Whole whole(OwedDelivery one, Optional<Story> story) {
        Which which = merchants
                .byId(one.merchant())
                .flatMap(merchant -> merchant.endpoint(one.endpoint())
                        .map(endpoint -> new Which(merchant.app().value(), endpoint.name())))
                .orElseThrow(() -> new Trouble("Its merchant is not registered."));
        return new Whole(
                one, story.orElseThrow(() -> new Trouble("There is no " + one.about() + ".")), endpoints.show(which));
    }

    @Override
    public Bytes resend(String id, ByWhom by) {
        OwedDelivery one = one(id);
        ObjectRef about = one.about();
        return written(about, resending.hasten(about, Optional.of(one.endpoint()), by.hand()));
    }

    @Override
    public Bytes repeat(String order, Optional<String> endpoint, ByWhom by) {
        ObjectRef about = wishes.order(order);
        return written(about, resending.repeat(about, endpoint, by.hand()));
    }

    private Bytes written(ObjectRef about, Outcome outcome) {
        String which = KeptStories.word(about.kind()) + " " + ProtocolText.excerpt(about.id());
        String word = switch (outcome) {
            case Outcome.Armed() -> "armed";
            case Outcome.Again(var _) -> "again";
            case Outcome.Already() -> "already";
            case Outcome.Nothing() -> throw new Trouble("Nothing is owed to its merchant about " + which + ".");
            case Outcome.NoEndpoint() -> throw new Trouble("The app of " + which + " has no such endpoint.");
            case Outcome.NotTold(var topics) ->
                throw new Trouble("The endpoint is not told of " + which + " (it is told of: "
                        + topics.stream().sorted().map(Topic::word).collect(Collectors.joining(", ")) + ").");
            case Outcome.Unknown() -> throw new Trouble("There is no " + which + ".");
        };
        return JsonWriter.object(o -> o.text("outcome", word)
                .text("kind", KeptStories.word(about.kind()))
                .text("number", about.id())
                .texts("held", held(about)));
    }

    /** The endpoints at which what is owed about an order waits until a person releases them. */
    private List<String> held(ObjectRef about) {
        WantedDeliveries waiting = WantedDeliveries.about(about).in(OwedDelivery.State.HELD);
        return owed.page(waiting, 0, MOST_LISTED).stream()
                .flatMap(
                        one -> merchants.byId(one.merchant()).flatMap(known -> known.endpoint(one.endpoint())).stream())
                .map(Endpoint::name)
                .distinct()
                .toList();
    }

    @Override
    public Bytes resend(Filter filter, Optional<String> behind, ByWhom by) {
        if (filter.asksForNothing()) {
            throw new Trouble("Which are to be sent again? (expected: an order, app, kind, state or time)");
        }
        WantedDeliveries wanted = owedOnly(filter);
        Batch batch = resending.hasten(wanted, behind.map(WantedReader::number).orElse(0L), by.hand());
        long held = batch.behind().isPresent()
                ? 0
                : owed.tally(wanted.in(OwedDelivery.State.HELD)).count();
        return JsonWriter.object(o -> o.number("armed", Integer.toString(batch.armed()))
                .number("held", Long.toString(held))
                .number("already", Integer.toString(batch.already()))
                .text("behind", batch.behind().map(Object::toString)));
    }
}
