package io.quittance.application.shard;

import java.time.Duration;

/** Looks out for what other instances do. */
public interface Lookout {
    /** Where there are no others. */
    Lookout NONE = new Lookout() {
        @Override
        public boolean changed() {
            return false;
        }

        @Override
        public Duration pause() {
            return Duration.ofMillis(500);
        }
    };

    /** Whether somebody came or went, or a shard became free, since it looked last. */
    boolean changed();

    /** How long to wait until it looks again. */
    Duration pause();
}
