package io.quittance.application.upstream;

import io.quittance.application.errand.Errand;
import io.quittance.application.errand.Errand.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Nobody knows whether upstream has an order, and upstream can be asked: only if it says twice, some minutes apart, that it
 * has none, the order is passed on again under the same id. That is PayerMax's rule for payouts (page "paymentOrderQry").
 */
public final class Search {
    /** How soon after a call of unknown outcome upstream is asked whether it arrived. */
    public static final Duration FIRST = Duration.ofSeconds(30);

    /** Between two answers that there is no such order; five minutes by the rule, and one for clocks that differ. */
    public static final Duration BETWEEN = Duration.ofMinutes(6);

    private Search() {}

    public static Errand begun(Errand errand, Instant now) {
        return errand.asking(Step.SEEK, now.plus(FIRST));
    }

    /** What follows when upstream says that it has none; empty if that errand does not search. */
    public static Optional<Errand> notFound(Errand errand, Instant now) {
        return switch (errand.step()) {
            case SEEK -> Optional.of(errand.asking(Step.SEEK_AGAIN, now.plus(BETWEEN)));
            case SEEK_AGAIN -> Optional.of(errand.asking(Step.SUBMIT, now));
            case SUBMIT, QUERY, WATCH, EXPIRE -> Optional.empty();
        };
    }
}
