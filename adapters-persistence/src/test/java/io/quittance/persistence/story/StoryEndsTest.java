package io.quittance.persistence.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.capture.GivenOperations;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.store.Given;
import io.quittance.application.story.Story;
import io.quittance.domain.capture.Operation;
import io.quittance.persistence.database.TestDatabases;
import io.quittance.persistence.store.JdbcStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The story of an order says of its end")
class StoryEndsTest {
    private static final Instant HEARD = Given.NOON.plusMillis(250);

    private final JdbcStore store = JdbcStore.open(TestDatabases.h2InMemory());

    @AfterEach
    void close() {
        store.close();
    }

    /** Asked for at 12:00:00.123. */
    private Operation kept() {
        return GivenOperations.kept(
                store, GivenOperations.capture(Given.merchant(store).id()));
    }

    private Story told(Operation order) {
        Map<ObjectRef.Kind, Duration> patience = Map.of(ObjectRef.Kind.CAPTURE, Duration.ofHours(24));
        return StoriesOf.all(store, patience).tell(ObjectRef.of(order.id())).orElseThrow();
    }

    private void ends(Operation order) {
        store.perform(() -> {
            store.operations().replace(GivenOperations.succeeded(order));
            store.journal()
                    .append(
                            ObjectRef.of(order.id()),
                            List.of(JournalEntry.noted(
                                    Kind.MOVED, HEARD, "PENDING -> SUCCESS, on the word of the entry before")));
        });
    }

    @Test
    void when_upstream_says_that_it_was() {
        Operation order = kept();
        ends(order);

        assertEquals(Optional.of(Given.NOON.plusSeconds(5)), told(order).endedAt());
    }

    @Test
    void when_we_heard_of_it_if_upstream_says_a_second_that_began_before_it_was_made() {
        Operation order = kept();
        ends(order);
        store.database().sql().change("tell a whole second", "update capture set ended_at = '2026-03-01 12:00:00'");

        Story story = told(order);

        assertEquals(Optional.of(HEARD), story.endedAt());
        assertEquals(Optional.of(Given.NOON), story.summary().endShown(), "where there is no story");
    }

    @Test
    void when_a_person_should_look_at_it_as_long_as_it_has_not_ended() {
        Operation order = kept();
        assertEquals(Optional.of(Given.NOON.plusSeconds(24 * 3600)), told(order).overdueFrom());

        ends(order);

        assertEquals(Optional.empty(), told(order).overdueFrom());
    }
}
