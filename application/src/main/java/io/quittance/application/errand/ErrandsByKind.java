package io.quittance.application.errand;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.Handled;
import io.quittance.application.shard.Lease;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** Gives each errand to whoever runs those about its kind of order. */
public final class ErrandsByKind {
    private final Map<ObjectRef.Kind, RunErrand> runners = new EnumMap<>(ObjectRef.Kind.class);

    public ErrandsByKind(Collection<? extends RunErrand> all) {
        for (RunErrand runner : all) {
            for (ObjectRef.Kind kind : runner.kinds()) {
                if (runners.put(kind, runner) != null) {
                    throw new IllegalStateException("errands about " + kind + " are run by two");
                }
            }
        }
    }

    /** As {@link RunErrand#run}. */
    public Handled run(Lease lease, Errand errand) {
        RunErrand runner = runners.get(errand.about().kind());
        if (runner == null) {
            throw new IllegalStateException("nobody runs errands about " + errand.about());
        }
        return runner.run(lease, errand);
    }
}
