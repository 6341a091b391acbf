package io.quittance.application.upstream;

import io.quittance.domain.text.Bytes;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What was sent upstream and what came back, for the journal. */
public record Exchange(Optional<Bytes> request, Optional<Bytes> response, Optional<Integer> status, Duration took) {
    public Exchange {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(response, "response");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(took, "took");
    }

    /** One in which nothing was sent. */
    public static Exchange nothingSent(Duration took) {
        return new Exchange(Optional.empty(), Optional.empty(), Optional.empty(), took);
    }
}
