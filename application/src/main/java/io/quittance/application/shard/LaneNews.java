package io.quittance.application.shard;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What one go at an entry showed of the lane's other side. */
public sealed interface LaneNews {
    LaneNews NONE = new None();
    LaneNews FINE = new Fine();
    LaneNews GONE = new Gone();

    /** The other side was not asked. */
    record None() implements LaneNews {}

    /** It answered as it should. */
    record Fine() implements LaneNews {}

    /** It did not answer, or not as it should. @param whom the other side, as people know it; empty if they know the lane */
    record Ill(String why, Optional<String> whom) implements LaneNews {
        public Ill {
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(whom, "whom");
        }

        public Ill(String why) {
            this(why, Optional.empty());
        }
    }

    /**
     * Nothing more of the lane is to be tried before then, and then one by one until it answers.
     *
     * @param whom as of one that is ill
     */
    record NotBefore(Instant until, String why, Optional<String> whom) implements LaneNews {
        public NotBefore {
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(whom, "whom");
        }

        public NotBefore(Instant until, String why) {
            this(until, why, Optional.empty());
        }
    }

    /** It is not there, and will not be: nothing more of the lane is begun until somebody releases it. */
    record Gone() implements LaneNews {}

    /** We ourselves could not: it says nothing of the other side. Nothing more of the lane is tried before then. */
    record Busy(Instant until) implements LaneNews {
        public Busy {
            Objects.requireNonNull(until, "until");
        }
    }
}
