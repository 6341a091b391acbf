package io.quittance.application.shard;

import java.util.List;
import java.util.Optional;

/**
 * The lanes of a queue that are held, for all instances: what is owed in them collects, and nothing of it is begun. One that is
 * released may be slowed for a while: then no more of it is begun than a rate allows.
 */
public interface HeldLanes {
    /** As much of a reason, and of a person's name, as is kept. */
    int LONGEST_WHY = 800;

    int LONGEST_PERSON = 64;

    /** The highest rate. */
    int MOST_A_SECOND = 10_000;

    /**
     * Holds a lane. One that is held already stays as it is, with one exception: a person's hold takes the place of one
     * that the other side caused. One that is slowed is held from now on, and its rate is forgotten.
     *
     * @param person who holds it; empty if its other side said itself that it is not there
     * @return whether that changed anything
     */
    boolean hold(long lane, String why, Optional<String> person);

    /**
     * Releases a lane, or sets another rate: all instances together begin so much of it in a second, until it is released
     * without a rate.
     *
     * @param perSecond 1 to {@value #MOST_A_SECOND}
     * @return whether that changed anything
     */
    boolean slow(long lane, int perSecond, String why, String person);

    /** Neither held nor slowed from now on. @return whether it was */
    boolean release(long lane);

    /** Releases a lane that its other side, and no person, has caused to be held. @return whether there was one */
    boolean releaseUnlessByPerson(long lane);

    /** All that are held or slowed; few, and asked for all the time. */
    List<HeldLane> all();
}
