package io.quittance.application.delivery;

import io.quittance.application.journal.ObjectRef;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What merchants are owed, read for persons: no locks, and what a transaction has not committed is not seen. */
public interface OwedDeliveries {
    Optional<OwedDelivery> find(long id);

    /**
     * Those that are wanted, the longest owed first: by the queue's number. Who asks for what is behind the last one that was
     * answered gets each once, whatever is added or told meanwhile.
     *
     * @param behind a number; 0 for the first page
     */
    List<OwedDelivery> page(WantedDeliveries wanted, long behind, int limit);

    /** Counts those that are wanted; reads all of them. */
    Tally tally(WantedDeliveries wanted);

    /** @param oldest when the first of them was owed; empty if there is none */
    record Tally(long count, Optional<Instant> oldest, Optional<Instant> newest) {}

    /** Where an order itself wants its results told, as far as its row says so. */
    Optional<URI> ownPlace(ObjectRef about);
}
