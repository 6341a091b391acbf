package io.quittance.domain.payout;

import java.util.Objects;

/**
 * The three sides of a payout.
 *
 * @param trade what was asked for; the legacy dialect calls it {@code source}: D3
 * @param source what the merchant is debited; the legacy dialect calls it {@code debit}
 * @param destination what arrives
 */
public record Legs(Leg trade, Leg source, Leg destination) {
    public static final Legs UNSAID = new Legs(Leg.UNSAID, Leg.UNSAID, Leg.UNSAID);

    public Legs {
        Objects.requireNonNull(trade, "trade");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(destination, "destination");
    }

    /** This, and what it leaves out from the other. */
    public Legs or(Legs other) {
        return new Legs(trade.or(other.trade), source.or(other.source), destination.or(other.destination));
    }
}
