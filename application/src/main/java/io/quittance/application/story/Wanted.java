package io.quittance.application.story;

import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Which orders of one kind are wanted; what is left out asks for nothing.
 *
 * @param state as {@link Summary#state} says it
 * @param madeUntil only what was made then or earlier
 * @param overdue only what a person should look at
 */
public record Wanted(
        ObjectRef.Kind kind,
        Optional<String> state,
        Optional<MerchantId> merchant,
        Optional<Instant> madeUntil,
        boolean overdue) {
    public Wanted {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(merchant, "merchant");
        Objects.requireNonNull(madeUntil, "madeUntil");
    }
}
