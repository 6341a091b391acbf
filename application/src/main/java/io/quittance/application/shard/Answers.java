package io.quittance.application.shard;

import java.util.OptionalLong;

/** When a lane's other side answered last, and when it began to do so again, in nanoseconds of a clock that only goes on. */
final class Answers {
    private OptionalLong last = OptionalLong.empty();
    private OptionalLong well = OptionalLong.empty();

    /** It answered. @param again whether it does so again: that is also what is returned */
    boolean fine(boolean again, long nanos) {
        last = OptionalLong.of(nanos);
        well = again ? last : well;
        return again;
    }

    /** Whether it answered after that: then a failure that was begun before says nothing of it any more. */
    boolean since(long nanos) {
        return isAfter(last, nanos);
    }

    /** Whether it began to answer again after that: then a failure that was begun before is of the time when it did not. */
    boolean wellSince(long nanos) {
        return isAfter(well, nanos);
    }

    private static boolean isAfter(OptionalLong at, long nanos) {
        return at.isPresent() && at.getAsLong() - nanos > 0;
    }
}
