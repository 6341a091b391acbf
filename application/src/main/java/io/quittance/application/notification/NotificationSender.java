package io.quittance.application.notification;

import io.quittance.domain.text.Bytes;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Posts a signed message to a merchant's endpoint and judges what comes back. */
@FunctionalInterface
public interface NotificationSender {
    /** Never throws for what the other side does. Takes at most 2 s to connect and 10 s in all. */
    Attempt send(URI endpoint, Bytes body, Signed signed, Dialect dialect);

    /**
     * What came of it.
     *
     * @param answer the receiver's answer, at most its first 1,000 characters
     * @param why one line for a person
     */
    record Attempt(boolean acknowledged, Optional<Integer> status, String answer, Duration took, String why) {
        public static final int MAX_ANSWER = 1000;

        public Attempt {
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(answer, "answer");
            Objects.requireNonNull(took, "took");
            Objects.requireNonNull(why, "why");
        }
    }
}
