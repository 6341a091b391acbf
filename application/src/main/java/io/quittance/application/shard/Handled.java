package io.quittance.application.shard;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of one go at an entry.
 *
 * @param again when something of its order is due again in the same lane, if this process should look then
 * @param lane what it showed of the other side
 */
public record Handled(Optional<Instant> again, LaneNews lane) {
    public Handled {
        Objects.requireNonNull(again, "again");
        Objects.requireNonNull(lane, "lane");
    }

    /** Whether it is tried again, and it is not only the next of its order that is due. */
    boolean isPutOff() {
        return again.isPresent() && !(lane instanceof LaneNews.Fine);
    }

    /** Nothing was asked of the other side. */
    public static Handled silently(Optional<Instant> again) {
        return new Handled(again, LaneNews.NONE);
    }
}
