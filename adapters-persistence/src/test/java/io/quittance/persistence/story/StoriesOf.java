package io.quittance.persistence.story;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.store.Given;
import io.quittance.application.story.StoryTelling;
import io.quittance.persistence.store.JdbcStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Whoever tells stories out of a store. */
final class StoriesOf {
    private StoriesOf() {}

    static StoryTelling all(JdbcStore store, Map<ObjectRef.Kind, Duration> overdueAfter) {
        return new StoryTelling(
                new JdbcSummaries(store.database().sql()),
                new JdbcOutstanding(store.database().sql()),
                store.discrepancies(),
                store.journal(),
                store.transactions(),
                InstantSource.fixed(Given.NOON),
                overdueAfter);
    }
}
