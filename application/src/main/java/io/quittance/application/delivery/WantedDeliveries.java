package io.quittance.application.delivery;

import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Which of what is owed is wanted; what is left out asks for nothing.
 *
 * @param kind of the orders that it is about
 * @param owedFrom only what was owed first then or later
 * @param owedUntil only what was owed first then or earlier
 */
public record WantedDeliveries(
        Optional<ObjectRef> about,
        Optional<MerchantId> merchant,
        Optional<ObjectRef.Kind> kind,
        Optional<OwedDelivery.State> state,
        Optional<Instant> owedFrom,
        Optional<Instant> owedUntil) {
    public static final WantedDeliveries ALL = new WantedDeliveries(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** All that is owed about an order. */
    public static WantedDeliveries about(ObjectRef order) {
        return new WantedDeliveries(
                Optional.of(order),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Of these, those that wait in that state. */
    public WantedDeliveries in(OwedDelivery.State other) {
        return new WantedDeliveries(about, merchant, kind, Optional.of(other), owedFrom, owedUntil);
    }

    public WantedDeliveries {
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(merchant, "merchant");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(owedFrom, "owedFrom");
        Objects.requireNonNull(owedUntil, "owedUntil");
    }
}
