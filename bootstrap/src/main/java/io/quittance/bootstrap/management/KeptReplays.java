package io.quittance.bootstrap.management;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.replay.ReplayOrders;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.ProtocolText;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Replays straight from where the messages are kept. */
public final class KeptReplays implements Replays {
    private final ReplayOrders orders;

    public KeptReplays(ReplayOrders orders) {
        this.orders = orders;
    }

    @Override
    public List<String> kinds() {
        return orders.kinds().stream().map(KeptStories::word).toList();
    }

    @Override
    public Page replay(Wish wish) {
        ObjectRef.Kind kind = KeptStories.kind(wish.kind());
        if (!orders.kinds().contains(kind)) {
            throw new Trouble("Of a " + wish.kind() + " no message decides anything (expected: "
                    + String.join(", ", kinds()) + ").");
        }
        if (wish.limit() < 1 || wish.limit() > MOST) {
            throw new Trouble("The limit is " + wish.limit() + " (expected: 1 to " + MOST + ").");
        }
        Optional<ObjectRef> behind = wish.behind().map(number -> new ObjectRef(kind, number));
        ReplayOrders.Page page = replayed(kind, wish, behind);
        return new Page(
                page.orders(),
                page.messages(),
                page.skipped(),
                page.differences().stream().map(KeptReplays::difference).toList(),
                page.behind().map(ObjectRef::id));
    }

    private ReplayOrders.Page replayed(ObjectRef.Kind kind, Wish wish, Optional<ObjectRef> behind) {
        Instant since = since(wish.since());
        try {
            return orders.replay(kind, since, behind, wish.limit());
        } catch (IllegalArgumentException e) {
            throw new Trouble("What makes no sense is " + e.getMessage() + ".", e);
        }
    }

    private static Instant since(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Trouble(
                    "The time is " + ProtocolText.excerpt(text) + " (expected: one as 2026-11-01T00:00:00Z).", e);
        }
    }

    private static Difference difference(ReplayOrders.Difference one) {
        return new Difference(
                KeptStories.word(one.about().kind()),
                one.about().id(),
                one.row(),
                one.at().toString(),
                one.then(),
                one.now());
    }
}
