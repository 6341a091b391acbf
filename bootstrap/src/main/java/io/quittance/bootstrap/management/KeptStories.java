package io.quittance.bootstrap.management;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.story.Story;
import io.quittance.application.story.Summaries;
import io.quittance.application.story.Summary;
import io.quittance.application.story.TellStory;
import io.quittance.application.story.Wanted;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.ProtocolText;
import io.quittance.http.json.JsonWriter;
import io.quittance.persistence.story.OrderStates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stories straight from where they are kept. */
public final class KeptStories implements Stories {
    private final Summaries summaries;
    private final TellStory stories;
    private final Merchants merchants;
    private final InstantSource clock;

    public KeptStories(Summaries summaries, TellStory stories, Merchants merchants, InstantSource clock) {
        this.summaries = summaries;
        this.stories = stories;
        this.merchants = merchants;
        this.clock = clock;
    }

    /** How persons write a kind. */
    static String word(ObjectRef.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ObjectRef.Kind kind(String word) {
        return Arrays.stream(ObjectRef.Kind.values())
                .filter(kind -> word(kind).equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new Trouble("There is no kind " + ProtocolText.excerpt(word) + " of order (expected: "
                                + Arrays.stream(ObjectRef.Kind.values())
                                        .map(KeptStories::word)
                                        .collect(Collectors.joining(", "))
                                + ")."));
    }

    private StoryJson json() {
        return new StoryJson(id -> merchants.byId(id).map(Merchant::app));
    }

    @Override
    public Bytes named(String id) {
        List<Summary> found = summaries.named(id, MOST_HITS);
        return JsonWriter.object(o -> o.array("orders", found, json()::summary));
    }

    @Override
    public Bytes tell(String kind, String number) {
        ObjectRef about = new ObjectRef(kind(kind), number);
        return json().masked(found(about, stories.tell(about)));
    }

    @Override
    public Bytes reveal(String kind, String number, String reason, String person) {
        ObjectRef about = new ObjectRef(kind(kind), number);
        return json().whole(found(about, stories.reveal(about, new ByWhom(person, reason).hand())));
    }

    private static Story found(ObjectRef about, Optional<Story> story) {
        return story.orElseThrow(
                () -> new Trouble("There is no " + word(about.kind()) + " " + ProtocolText.excerpt(about.id()) + "."));
    }

    @Override
    public Bytes list(Listing listing) {
        Optional<ObjectRef.Kind> kind = listing.kind().map(KeptStories::kind);
        if (listing.limit() < 1 || listing.limit() > MOST_LISTED) {
            throw new Trouble("The limit is " + listing.limit() + " (expected: 1 to " + MOST_LISTED + ").");
        }
        Wanted wanted = new Wanted(
                kind,
                listing.state().map(state -> state(kind, state)),
                listing.appId()
                        .map(app -> new RegisteredMerchants(merchants).ever(app))
                        .orElse(List.of()),
                listing.olderThan().map(this::before),
                listing.overdue());
        Optional<ObjectRef> behind = listing.behind().map(number -> mark(kind, number));
        // One more tells whether there is another page.
        List<Summary> found = summaries.page(wanted, behind, listing.limit() + 1);
        List<Summary> page = found.subList(0, Math.min(found.size(), listing.limit()));
        Optional<String> next =
                found.size() > page.size() ? Optional.of(page.getLast().about().id()) : Optional.empty();
        return JsonWriter.object(o -> o.array("orders", page, json()::summary).text("behind", next));
    }

    private static String state(Optional<ObjectRef.Kind> kind, String word) {
        String state = word.toUpperCase(Locale.ROOT);
        List<String> known = kind.map(OrderStates::of).orElseGet(OrderStates::all);
        if (!known.contains(state)) {
            throw new Trouble("No " + noun(kind) + " is ever " + ProtocolText.excerpt(word) + " (expected: "
                    + String.join(", ", known) + ").");
        }
        return state;
    }

    private static String noun(Optional<ObjectRef.Kind> kind) {
        return kind.map(KeptStories::word).orElse("order");
    }

    /** Where a page begins: of an order that is not there nobody knows what comes behind it. */
    private ObjectRef mark(Optional<ObjectRef.Kind> kind, String number) {
        return kind.map(Stream::of)
                .orElseGet(() -> Arrays.stream(ObjectRef.Kind.values()))
                .map(one -> new ObjectRef(one, number))
                .filter(one -> summaries.find(one).isPresent())
                .findFirst()
                .orElseThrow(() -> new Trouble("There is no " + noun(kind) + " " + ProtocolText.excerpt(number)
                        + " to go on behind (expected: our number of the last " + noun(kind)
                        + " of the page before, which it names as \"behind\")."));
    }

    private Instant before(String age) {
        return clock.instant().minus(someAge(age));
    }

    /** As persons write it. @throws Trouble if it is none */
    static Duration someAge(String text) {
        return Ages.read(text)
                .orElseThrow(() -> new Trouble(
                        "The age is " + ProtocolText.excerpt(text) + " (expected: " + Ages.EXPECTED + ")."));
    }
}
