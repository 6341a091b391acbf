package io.quittance.application.retention;

import io.quittance.application.journal.ObjectRef.Kind;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How long each kind of order is kept after its month and after the last thing that happened to it; without a time for
 * ever. What is open or owed is kept however old it is.
 *
 * @param orders what moves money
 * @param passedOn requests and news that were passed on without being understood
 * @param simulated what the simulator remembers
 */
public record Keeping(Optional<Period> orders, Optional<Period> passedOn, Optional<Period> simulated) {
    /** A repeat or news of what was forgotten makes it anew: neither comes so late. */
    public static final int LEAST_DAYS_OF_ORDERS = 90;

    /** Longer than a request counts, and than news of what was passed on is repeated. */
    public static final int LEAST_DAYS_OF_OTHERS = 7;

    /** The law wants money's records for years, and nobody should lose them who has not said so. */
    public static final Keeping DEFAULT =
            new Keeping(Optional.empty(), Optional.of(Period.ofDays(30)), Optional.of(Period.ofDays(90)));

    public Keeping {
        Objects.requireNonNull(orders, "orders");
        Objects.requireNonNull(passedOn, "passedOn");
        Objects.requireNonNull(simulated, "simulated");
    }

    /** Behind what each kind is old; a kind that is kept for ever is not there. */
    Map<Kind, Horizon> horizons(Instant now) {
        Map<Kind, Horizon> horizons = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            kept(kind).ifPresent(period -> horizons.put(kind, Horizon.of(period, now)));
        }
        return horizons;
    }

    private Optional<Period> kept(Kind kind) {
        return switch (kind) {
            case CAPTURE, CANCEL, PAYMENT, PAYOUT, PAYMENT_LINK -> orders;
            case RELAY, NEWS -> passedOn;
        };
    }

    static Instant back(Period kept, Instant now) {
        return now.atOffset(ZoneOffset.UTC).minus(kept).toInstant();
    }
}
