package io.quittance.domain.payout;

import java.util.Objects;

/** What a report of a payout says besides. What it leaves out counts as unchanged. */
public record Statement(Legs legs, Particulars particulars) {
    public static final Statement NOTHING = new Statement(Legs.UNSAID, Particulars.NONE);

    public Statement {
        Objects.requireNonNull(legs, "legs");
        Objects.requireNonNull(particulars, "particulars");
    }
}
