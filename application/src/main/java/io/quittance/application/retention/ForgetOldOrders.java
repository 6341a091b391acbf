package io.quittance.application.retention;

import io.quittance.application.journal.ObjectRef.Kind;
import io.quittance.application.retention.OldOrders.Place;
import io.quittance.application.retention.OldOrders.SimulatedStep;
import io.quittance.application.retention.OldOrders.Step;
import io.quittance.application.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Lets old orders go, in small steps with pauses, so that nobody who is served feels it. */
public final class ForgetOldOrders {
    /** Orders looked at in one unit of work: of captures it takes about a hundred short statements. */
    static final int AT_ONCE = 20;

    private final OldOrders old;
    private final Keeping keeping;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Map<Kind, LongAdder> forgotten = new EnumMap<>(Kind.class);
    private final Map<Kind, YearMonth> oldest = new ConcurrentHashMap<>();

    public ForgetOldOrders(OldOrders old, Keeping keeping, Transactions transactions, InstantSource clock) {
        this.old = Objects.requireNonNull(old, "old");
        this.keeping = Objects.requireNonNull(keeping, "keeping");
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        this.clock = Objects.requireNonNull(clock, "clock");
        for (Kind kind : Kind.values()) {
            forgotten.put(kind, new LongAdder());
        }
    }

    /** Between two units of work. */
    @FunctionalInterface
    public interface Pause {
        /** Rests a while. @return false to end the run here; what is left waits for the next */
        boolean goOn();
    }

    /** Everything that is old by now. What was interrupted, by whatever, is taken up by the next run. */
    public Forgotten forget(Pause pause) {
        Instant now = clock.instant();
        Map<Kind, Horizon> horizons = keeping.horizons(now);
        old.reach(YearMonth.from(now.atOffset(ZoneOffset.UTC)));
        Run run = new Run(pause);
        for (Kind kind : horizons.keySet()) {
            run.through(kind, horizons);
        }
        keeping.simulated().ifPresent(kept -> run.throughSimulated(Keeping.back(kept, now)));
        return new Forgotten(run.gone, run.stayed, run.simulated, run.ended ? List.of() : end(horizons));
    }

    private List<String> end(Map<Kind, Horizon> horizons) {
        List<String> months = old.dropMonths(horizons);
        for (Kind kind : Kind.values()) {
            old.oldest(kind).ifPresentOrElse(month -> oldest.put(kind, month), () -> oldest.remove(kind));
        }
        return months;
    }

    /** How many of a kind were forgotten since this process began. */
    public long forgotten(Kind kind) {
        return forgotten.get(kind).sum();
    }

    /** The oldest month of which there was an order of that kind when the last run ended. */
    public Optional<YearMonth> oldest(Kind kind) {
        return Optional.ofNullable(oldest.get(kind));
    }

    private final class Run {
        private final Pause pause;
        private final Map<Kind, Long> gone = new EnumMap<>(Kind.class);
        private long stayed;
        private long simulated;
        private boolean ended;

        Run(Pause pause) {
            this.pause = pause;
        }

        void through(Kind kind, Map<Kind, Horizon> horizons) {
            Optional<Place> place = Optional.of(Place.START);
            while (place.isPresent() && !ended) {
                Place after = place.get();
                Step step = transactions.inOne(() -> old.forget(kind, horizons, after, AT_ONCE));
                step.gone().forEach((one, count) -> {
                    gone.merge(one, (long) count, Long::sum);
                    forgotten.get(one).add(count);
                });
                stayed += step.stayed();
                place = step.next();
                rest(place.isPresent());
            }
        }

        void throughSimulated(Instant before) {
            Optional<Long> place = Optional.of(0L);
            while (place.isPresent() && !ended) {
                long after = place.get();
                SimulatedStep step = transactions.inOne(() -> old.forgetSimulated(before, after, AT_ONCE));
                simulated += step.gone();
                place = step.next();
                rest(place.isPresent());
            }
        }

        private void rest(boolean more) {
            ended = more && !pause.goOn();
        }
    }
}
