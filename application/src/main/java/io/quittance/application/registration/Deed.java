package io.quittance.application.registration;

import io.quittance.domain.text.ProtocolText;
import java.time.Instant;
import java.util.Objects;

/**
 * Who changes something that is registered, why and when; kept for as long as what it is about.
 *
 * @param person 1 to {@value #MAX_PERSON} characters
 * @param reason 1 to {@value #MAX_REASON} characters
 */
public record Deed(String person, String reason, Instant at) {
    public static final int MAX_PERSON = 64;
    public static final int MAX_REASON = 300;

    /** @throws IllegalArgumentException naming what is missing, too long or not printable */
    public Deed {
        ProtocolText.require("person", person, MAX_PERSON);
        ProtocolText.require("reason", reason, MAX_REASON);
        Objects.requireNonNull(at, "at");
    }
}
