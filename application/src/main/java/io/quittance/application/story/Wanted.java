package io.quittance.application.story;

import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which orders are wanted; what is left out asks for nothing.
 *
 * @param kind only of that kind
 * @param state as {@link Summary#state} says it
 * @param merchants only theirs
 * @param madeUntil only what was made then or earlier
 * @param overdue only what a person should look at
 */
public record Wanted(
        Optional<ObjectRef.Kind> kind,
        Optional<String> state,
        List<MerchantId> merchants,
        Optional<Instant> madeUntil,
        boolean overdue) {
    public Wanted {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
        merchants = List.copyOf(merchants);
        Objects.requireNonNull(madeUntil, "madeUntil");
    }

    /** Of one kind. */
    public Wanted(
            ObjectRef.Kind kind,
            Optional<String> state,
            List<MerchantId> merchants,
            Optional<Instant> madeUntil,
            boolean overdue) {
        this(Optional.of(kind), state, merchants, madeUntil, overdue);
    }
}
