package io.quittance.application.delivery;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.person.Hand;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.Topic;
import java.util.Optional;
import java.util.Set;

/**
 * A person wants merchants told, now and whatever the schedule says. What is told are always the bytes that were owed first, and
 * the messages of one order go out in their order: nothing is told behind something newer of the same order. Each is safe to
 * repeat: what waits to be told now is not owed twice.
 */
public interface ResendDeliveries {
    /**
     * Sends now what is owed about an order, the oldest first, with the whole schedule before it.
     *
     * @param only to that endpoint; empty for all
     */
    Outcome hasten(ObjectRef about, Optional<EndpointId> only, Hand hand);

    /**
     * The same; where nothing is owed about it, the last news of it is told once more, to who is told of such an order now.
     * Only the last: an older word, told behind it, would be taken for the newer one.
     *
     * @param only to the endpoint of that name; empty for all
     */
    Outcome repeat(ObjectRef about, Optional<String> only, Hand hand);

    /**
     * How many messages {@link #repeat} would owe anew if it came now: none where something is owed about that order, or nobody
     * was ever told of it. Changes nothing.
     */
    int toRepeat(ObjectRef about);

    /**
     * Hastens some of what is wanted, each order and endpoint in a transaction of its own; ask again, with what is answered, until there is
     * nothing behind.
     *
     * @param behind 0 to begin with
     */
    Batch hasten(WantedDeliveries wanted, long behind, Hand hand);

    /** What came of it. */
    sealed interface Outcome {
        /** It is due now, and that stands in the journal. */
        record Armed() implements Outcome {}

        /** It was told before and is owed once more, which stands in the journal. @param owed the row with the bytes */
        record Again(int owed) implements Outcome {}

        /** It was due already; nothing changed and nothing was written. */
        record Already() implements Outcome {}

        /** There is nothing to tell. */
        record Nothing() implements Outcome {}

        /** Its merchant has no such endpoint. */
        record NoEndpoint() implements Outcome {}

        /** That endpoint is told of no such orders. @param topics what it is told of */
        record NotTold(Set<Topic> topics) implements Outcome {
            public NotTold {
                topics = Set.copyOf(topics);
            }
        }

        /** There is no such order. */
        record Unknown() implements Outcome {}
    }

    /**
     * @param armed at how many orders something is due now to an endpoint that was not
     * @param already at how many it was already, or nothing is owed any more
     * @param behind what to ask behind; empty where that was all
     */
    record Batch(int armed, int already, Optional<Long> behind) {}
}
