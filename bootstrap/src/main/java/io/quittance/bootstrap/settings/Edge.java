package io.quittance.bootstrap.settings;

import io.quittance.http.wire.StrangerLimits;
import java.util.Objects;

/**
 * What stands between the public port and those who are not known yet.
 *
 * @param strangers QUITTANCE_LIMIT_ADDRESS and QUITTANCE_LIMIT_APP: how much of what they send is checked
 */
public record Edge(StrangerLimits strangers) {
    public static final Edge USUAL = new Edge(StrangerLimits.USUAL);

    public Edge {
        Objects.requireNonNull(strangers, "strangers");
    }
}
