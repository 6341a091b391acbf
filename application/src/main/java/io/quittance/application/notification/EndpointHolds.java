package io.quittance.application.notification;

import io.quittance.application.merchant.Merchants;
import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.application.registration.KeptChange;
import io.quittance.application.shard.HeldLane;
import io.quittance.domain.merchant.Endpoint;
import io.quittance.domain.merchant.MerchantId;
import java.util.List;
import java.util.Optional;

/** How endpoints were held, slowed and released, kept with who, when and why beside what else was changed at the app. */
public record EndpointHolds(Merchants merchants) {
    public static final String OPEN = "open";
    public static final String HELD = "held";
    static final String BY_ITSELF = "held by the endpoint itself";

    /** Who holds where nobody does. */
    static final String ITSELF = "the endpoint itself";

    /** So many of the app's latest changes are looked through. */
    private static final int MOST = 100;

    /** How its lane stands, in words. */
    public static String word(Optional<HeldLane> lane) {
        return lane.map(one -> one.perSecond()
                        .map(EndpointHolds::slowed)
                        .orElse(one.person().isPresent() ? HELD : BY_ITSELF))
                .orElse(OPEN);
    }

    public static String slowed(int perSecond) {
        return perSecond + " a second";
    }

    /** What a person does is kept before it is done, so that nothing is done of which nobody knows who did it. */
    public void keep(MerchantId merchant, Endpoint endpoint, String was, String becomes, Deed deed) {
        FieldChange.between(field(endpoint), was, becomes).ifPresent(change -> merchants.keep(merchant, change, deed));
    }

    /** The latest first. */
    public List<KeptChange> of(MerchantId merchant, Endpoint endpoint) {
        return merchants.changes(merchant, MOST).stream()
                .filter(kept -> kept.change().field().equals(field(endpoint)))
                .toList();
    }

    private static String field(Endpoint endpoint) {
        return (endpoint.id().isRegistered() ? "" : "endpoint " + endpoint.name() + " ") + "deliveries";
    }
}
