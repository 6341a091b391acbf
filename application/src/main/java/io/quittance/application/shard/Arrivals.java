package io.quittance.application.shard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What comes into the queues, whoever put it there, and who is there; so cheap that it can be asked all the time. */
public interface Arrivals {
    /** The queues of one database. */
    enum Place {
        ERRANDS,
        DELIVERIES,
        SIMULATED_RESULTS
    }

    /**
     * What is there now, in one statement.
     *
     * @param span who was not seen for that long is not there
     */
    Signs signs(Duration span);

    /** What came into a queue behind that id and is due at some time, oldest first. */
    List<Arrival> behind(Place place, long id, int limit);

    /**
     * How things stand.
     *
     * @param newest the highest id in each queue; 0 if it is empty
     * @param members how many share the shards
     * @param free how many shards nobody holds
     */
    record Signs(Map<Place, Long> newest, int members, int free) {
        public Signs {
            newest = Map.copyOf(newest);
        }
    }

    /** One entry of a queue. */
    record Arrival(long id, Stretch stretch, Instant dueAt) {
        public Arrival {
            Objects.requireNonNull(stretch, "stretch");
            Objects.requireNonNull(dueAt, "dueAt");
        }
    }
}
