package io.quittance.domain.money;

import java.util.Objects;
import java.util.Optional;

/**
 * What the merchant gets of an amount that was collected. Nobody says at once: a fee may come with a notification, what is
 * settled comes with upstream's files. Each may be in another currency than the amount.
 *
 * @param settled what is paid out to the merchant, empty as long as nobody has said
 * @param fee what upstream keeps, empty as long as nobody has said
 */
public record Proceeds(Optional<Money> settled, Optional<Money> fee) {
    public static final Proceeds UNSAID = new Proceeds(Optional.empty(), Optional.empty());

    public Proceeds {
        Objects.requireNonNull(settled, "settled");
        Objects.requireNonNull(fee, "fee");
    }

    public static Proceeds fee(Optional<Money> fee) {
        return new Proceeds(Optional.empty(), fee);
    }

    /** The first word on each stays. */
    public Proceeds or(Proceeds later) {
        return new Proceeds(settled.or(later::settled), fee.or(later::fee));
    }
}
