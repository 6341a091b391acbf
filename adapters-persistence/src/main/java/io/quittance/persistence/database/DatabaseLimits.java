package io.quittance.persistence.database;

import java.time.Duration;
import java.util.Objects;

/**
 * What an instance takes of its database.
 *
 * @param connections for requests and notifications; twice the cores and a few for those that wait for the disk
 * @param workConnections for what is owed, so that neither of the two starves the other
 * @param patience how long a start waits for a database that does not answer
 */
public record DatabaseLimits(int connections, int workConnections, Duration patience) {
    public static final DatabaseLimits USUAL = new DatabaseLimits(10, 6, Duration.ofSeconds(60));

    public DatabaseLimits {
        Objects.requireNonNull(patience, "patience");
        if (connections < 1 || workConnections < 1) {
            throw new IllegalArgumentException(
                    "connections: " + connections + " and " + workConnections + " (expected: at least 1 of each)");
        }
    }

    /** The same for whoever wants to know at once that there is none. */
    public DatabaseLimits withoutPatience() {
        return new DatabaseLimits(connections, workConnections, Duration.ZERO);
    }
}
