package io.quittance.application.retention;

import io.quittance.application.journal.ObjectRef.Kind;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Orders that were kept long enough, with all that hangs on them. None goes that has not ended, that we still owe or ask
 * anything of, that is overdue or contradicted; and what must be judged together goes together: whatever was asked of one
 * authorized order, all payouts under one number.
 */
public interface OldOrders {
    /** Makes room for the stories of the months to come, where they are kept by month. */
    void reach(YearMonth now);

    /**
     * Forgets some of the oldest, inside a unit of work. Two at once do no harm.
     *
     * @param horizons of every kind that is not kept for ever, {@code kind} among them
     * @param after where the step before has come to
     */
    Step forget(Kind kind, Map<Kind, Horizon> horizons, Place after, int limit);

    /**
     * Lets months go whose orders are all gone, outside any unit of work. @return as a person calls them
     */
    List<String> dropMonths(Map<Kind, Horizon> horizons);

    /** Forgets some of what the simulator took before that time and has told of, inside a unit of work. */
    SimulatedStep forgetSimulated(Instant before, long after, int limit);

    /** The oldest month of which there is an order of that kind. */
    Optional<YearMonth> oldest(Kind kind);

    /** A place in the order in which orders are looked at. */
    record Place(int month, String number) {
        public static final Place START = new Place(0, "");

        public Place {
            Objects.requireNonNull(number, "number");
        }
    }

    /**
     * What a step has done.
     *
     * @param gone how many orders of each kind
     * @param stayed how many old ones of that kind were looked at and stay
     * @param next where to go on; empty at the end
     */
    record Step(Map<Kind, Integer> gone, int stayed, Optional<Place> next) {
        public Step {
            gone = Map.copyOf(gone);
            Objects.requireNonNull(next, "next");
        }
    }

    /** What a step at the simulator's memory has done. @param next where to go on; empty at the end */
    record SimulatedStep(int gone, Optional<Long> next) {
        public SimulatedStep {
            Objects.requireNonNull(next, "next");
        }
    }
}
