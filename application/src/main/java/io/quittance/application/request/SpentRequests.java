package io.quittance.application.request;

import java.time.Instant;

/** For which API the bytes of each request of the last minutes count; of all instances. */
public interface SpentRequests {
    /**
     * Takes the bytes for one use. Call it inside the unit of work of what they ask for: both are kept or neither is. Of
     * two uses that take the same bytes at once one gets them.
     *
     * @return false if they were taken for another use before; true for the same use again
     */
    boolean spend(Spending spending);

    /** Forgets some whose time is over, inside a unit of work. @return how many; fewer than {@code limit} if no more are left */
    int forget(Instant now, int limit);
}
