package io.quittance.application.shard;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Instant;
import java.util.Optional;

/** Tells people what becomes of the lanes of a queue. */
record LaneLog(String queue) {
    private static final System.Logger LOG = System.getLogger(Lanes.class.getName());

    /** @param about what was tried last. @param next when the next of the lane may be tried */
    void turned(long lane, Optional<Failing> before, Optional<Failing> after, Object about, Instant next) {
        if (before.isPresent() && after.isEmpty()) {
            LOG.log(
                    WARNING,
                    "{0}: lane {1} answers again, after it failed since {2}",
                    queue,
                    named(lane, before.get()),
                    before.get().since());
        }
        if (before.isEmpty() && after.isPresent()) {
            LOG.log(
                    WARNING,
                    "{0}: lane {1} fails and is tried one by one, first every second, later every minute, next at {2}:"
                            + " {3}: {4}",
                    queue,
                    named(lane, after.get()),
                    next,
                    about,
                    after.get().why());
        }
    }

    private static String named(long lane, Failing failing) {
        return lane + failing.whom().map(whom -> " (" + whom + ")").orElse("");
    }

    void held(long lane) {
        LOG.log(INFO, "{0}: lane {1} is held, and collects what is owed", queue, Long.toString(lane));
    }

    void released(long lane) {
        LOG.log(INFO, "{0}: lane {1} is released", queue, Long.toString(lane));
    }
}
