package io.quittance.application.replay;

import io.quittance.domain.text.Bytes;
import java.time.Instant;

/**
 * Reads what upstream once sent, as this build reads what it sends today.
 *
 * @param <T> what such a message tells
 */
@FunctionalInterface
public interface Rereading<T> {
    /**
     * @param raw the whole message as it came
     * @param at when it came: the time of whatever it says without a time
     * @throws NotUnderstood if it says nothing that this build understands
     */
    T read(Bytes raw, Instant at) throws NotUnderstood;

    /** A message that this build would not take. Its message says why, without what stood there. */
    final class NotUnderstood extends Exception {
        private static final long serialVersionUID = 1L;

        public NotUnderstood(String why) {
            super(why);
        }
    }
}
