package io.quittance.bootstrap.management;

import io.quittance.application.merchant.Merchants;
import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.application.registration.KeptChange;
import io.quittance.application.shard.HeldLane;
import io.quittance.bootstrap.management.RegisteredPlaces.Place;
import java.util.List;
import java.util.Optional;

/** What persons held, slowed and released, kept with who, when and why beside what else was changed at the app. */
record EndpointHolds(Merchants merchants) {
    static final String OPEN = "open";

    /** So many of the app's latest changes are looked through. */
    private static final int MOST = 100;

    /** How its lane stands, in words. */
    static String word(Optional<HeldLane> lane) {
        return lane.map(one -> one.perSecond()
                        .map(EndpointHolds::slowed)
                        .orElse(one.person().isPresent() ? "held" : "held by the endpoint itself"))
                .orElse(OPEN);
    }

    static String slowed(int perSecond) {
        return perSecond + " a second";
    }

    /** Call it before it is done, so that nothing is done of which nobody knows who did it. */
    void keep(Place place, String was, String becomes, Deed deed) {
        FieldChange.between(field(place), was, becomes)
                .ifPresent(change -> merchants.keep(place.merchant().id(), change, deed));
    }

    /** The latest first. */
    List<KeptChange> of(Place place) {
        return merchants.changes(place.merchant().id(), MOST).stream()
                .filter(kept -> kept.change().field().equals(field(place)))
                .toList();
    }

    private static String field(Place place) {
        return (place.endpoint().id().isRegistered()
                        ? ""
                        : "endpoint " + place.endpoint().name() + " ") + "deliveries";
    }
}
