package io.quittance.application.errand;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.Lease;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Gives each errand to whoever runs those about its kind of order. */
public final class ErrandsByKind implements RunErrand {
    private final Map<ObjectRef.Kind, RunErrand> own;
    private final RunErrand others;

    /** @param others runs the errands about all other kinds */
    public ErrandsByKind(Map<ObjectRef.Kind, RunErrand> own, RunErrand others) {
        this.own = Map.copyOf(own);
        this.others = Objects.requireNonNull(others, "others");
    }

    @Override
    public Optional<Instant> run(Lease lease, Errand errand) {
        return own.getOrDefault(errand.about().kind(), others).run(lease, errand);
    }
}
