package io.quittance.bootstrap.management;

import io.quittance.application.merchant.Merchants;
import io.quittance.application.notification.EndpointHold;
import io.quittance.application.registration.Deed;
import io.quittance.application.registration.FieldChange;
import io.quittance.application.registration.KeptChange;
import io.quittance.bootstrap.management.RegisteredPlaces.Place;
import java.util.List;

/** What persons held, slowed and released, kept with who, when and why beside what else was changed at the app. */
record EndpointHolds(Merchants merchants) {
    /** So many of the app's latest changes are looked through. */
    private static final int MOST = 100;

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
        return EndpointHold.field(place.endpoint());
    }
}
