package io.quittance.application.story;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.person.Hand;
import java.util.Optional;

/** Tells a person the story of an order. */
public interface TellStory {
    /** What is known of that order, bodies in the clear: whoever shows them masks them. Empty if there is none. */
    Optional<Story> tell(ObjectRef about);

    /**
     * The same, with bodies as they are; that this person wanted to see them, and why, stands in the journal from then on,
     * as the last thing of what is answered.
     */
    Optional<Story> reveal(ObjectRef about, Hand hand);
}
