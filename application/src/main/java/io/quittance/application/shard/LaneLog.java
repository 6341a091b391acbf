package io.quittance.application.shard;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.util.Optional;

/** Tells people what becomes of the lanes of a queue. */
record LaneLog(String queue) {
    private static final System.Logger LOG = System.getLogger(Lanes.class.getName());

    void turned(long lane, Optional<Failing> before, Optional<Failing> after) {
        if (before.isPresent() && after.isEmpty()) {
            LOG.log(INFO, "{0}: lane {1} answers again", queue, Long.toString(lane));
        }
        if (before.isEmpty() && after.isPresent()) {
            LOG.log(
                    WARNING,
                    "{0}: lane {1} fails and is tried one by one, at most every minute: {2}",
                    queue,
                    Long.toString(lane),
                    after.get().why());
        }
    }

    void held(long lane) {
        LOG.log(INFO, "{0}: lane {1} is held, and collects what is owed", queue, Long.toString(lane));
    }

    void released(long lane) {
        LOG.log(INFO, "{0}: lane {1} is released", queue, Long.toString(lane));
    }
}
