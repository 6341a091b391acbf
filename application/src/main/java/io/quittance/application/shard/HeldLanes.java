package io.quittance.application.shard;

import java.util.List;
import java.util.Optional;

/** The lanes of a queue that are held, for all instances; what is owed in them collects, and nothing of it is begun. */
public interface HeldLanes {
    /** As much of a reason, and of a person's name, as is kept. */
    int LONGEST_WHY = 800;

    int LONGEST_PERSON = 64;

    /**
     * Holds a lane. One that is held already stays as it is, with one exception: a person's hold takes the place of one
     * that the other side caused.
     *
     * @param person who holds it; empty if its other side said itself that it is not there
     * @return whether that changed anything
     */
    boolean hold(long lane, String why, Optional<String> person);

    /** @return whether it was held */
    boolean release(long lane);

    /** Releases a lane that its other side, and no person, has caused to be held. @return whether there was one */
    boolean releaseUnlessByPerson(long lane);

    /** All that are held; few, and asked for all the time. */
    List<HeldLane> all();
}
