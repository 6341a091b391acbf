package io.quittance.application.notification;

import io.quittance.application.shard.HeldLane;
import io.quittance.domain.merchant.Endpoint;
import java.util.Optional;

/** How the holds of an endpoint are called where they are kept beside what else was changed at its app. */
public final class EndpointHold {
    public static final String OPEN = "open";
    public static final String HELD = "held";
    public static final String BY_ITSELF = "held by the endpoint itself";

    /** Who holds where nobody does. */
    public static final String ITSELF = "the endpoint itself";

    private EndpointHold() {}

    public static String field(Endpoint endpoint) {
        return (endpoint.id().isRegistered() ? "" : "endpoint " + endpoint.name() + " ") + "deliveries";
    }

    /** How its lane stands, in words. */
    public static String word(Optional<HeldLane> lane) {
        return lane.map(one -> one.perSecond()
                        .map(EndpointHold::slowed)
                        .orElse(one.person().isPresent() ? HELD : BY_ITSELF))
                .orElse(OPEN);
    }

    public static String slowed(int perSecond) {
        return perSecond + " a second";
    }
}
