package io.quittance.application.registration;

import io.quittance.application.person.Hand;
import java.time.Instant;
import java.util.Objects;

/** Who changes something that is registered, why and when; kept for as long as what it is about. */
public record Deed(Hand by, Instant at) {
    public Deed {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
