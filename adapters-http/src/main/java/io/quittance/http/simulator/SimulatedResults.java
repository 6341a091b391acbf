package io.quittance.http.simulator;

import io.quittance.application.account.Holder;
import io.quittance.application.notification.Dialect;
import io.quittance.application.simulator.SimulatedOrder;
import io.quittance.domain.text.Bytes;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** How the results of one operation are told, as PayerMax would tell them. */
public interface SimulatedResults {
    /** Whose results. @see SimulatedOrder#operation */
    String operation();

    /** The result of an order that is due now: the one behind the {@link SimulatedOrder#told} that were acknowledged. */
    Telling telling(Holder holder, SimulatedOrder order, Instant now);

    /** When the result behind the one that was just acknowledged is due; empty if that was the last. */
    Optional<Instant> next(SimulatedOrder order, Instant now);

    /**
     * What is told where.
     *
     * @param callback our callback's name, the first part of its path
     */
    record Telling(String callback, Dialect dialect, Bytes body) {
        public Telling {
            Objects.requireNonNull(callback, "callback");
            Objects.requireNonNull(dialect, "dialect");
            Objects.requireNonNull(body, "body");
        }
    }
}
