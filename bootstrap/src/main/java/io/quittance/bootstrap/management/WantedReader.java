package io.quittance.bootstrap.management;

import io.quittance.application.delivery.OwedDelivery.State;
import io.quittance.application.delivery.WantedDeliveries;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.merchant.Merchants;
import io.quittance.application.story.Summaries;
import io.quittance.application.story.Summary;
import io.quittance.bootstrap.management.Deliveries.Filter;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.ProtocolText;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What persons write of which deliveries they want. */
public record WantedReader(Summaries summaries, Merchants merchants, InstantSource clock) {
    /** Said of what is owed no more; known of one order alone. */
    static final String DELIVERED = "delivered";

    /** @throws Trouble naming what makes no sense */
    WantedDeliveries read(Filter filter) {
        return new WantedDeliveries(
                filter.order().map(this::order),
                filter.appId()
                        .map(app ->
                                new RegisteredMerchants(merchants).latest(app).id()),
                filter.kind().map(KeptStories::kind),
                filter.state().map(WantedReader::state),
                filter.since().map(this::time),
                filter.until().map(this::time));
    }

    /** The one order that is called so; ours, if several are. */
    ObjectRef order(String id) {
        List<ObjectRef> found = summaries.named(id, Stories.MOST_HITS).stream()
                .map(Summary::about)
                .toList();
        if (found.isEmpty()) {
            throw new Trouble(
                    "No order is called " + ProtocolText.excerpt(id) + " by us, by a merchant or by upstream.");
        }
        return found.stream()
                .filter(about -> about.id().equals(id))
                .findFirst()
                .or(() -> found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty())
                .orElseThrow(() -> new Trouble(found.size() + " orders are called " + ProtocolText.excerpt(id)
                        + " (expected: our number of one; see 'quittance order show " + ProtocolText.excerpt(id)
                        + "')."));
    }

    static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static State state(String word) {
        return Arrays.stream(State.values())
                .filter(state -> word(state).equals(word))
                .findFirst()
                .orElseThrow(() -> new Trouble("The state is " + ProtocolText.excerpt(word) + " (expected: "
                        + Arrays.stream(State.values()).map(WantedReader::word).collect(Collectors.joining(", "))
                        + "; of one order also " + DELIVERED + ")."));
    }

    private Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException _) {
            return Ages.read(text)
                    .map(clock.instant()::minus)
                    .orElseThrow(() -> new Trouble("The time is " + ProtocolText.excerpt(text)
                            + " (expected: as 2026-11-27T05:00:00Z, or an age as 90s, 15m, 24h or 7d)."));
        }
    }

    static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Trouble("The delivery is " + ProtocolText.excerpt(text) + " (expected: its number).", e);
        }
    }
}
