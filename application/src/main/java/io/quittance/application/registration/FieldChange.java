package io.quittance.application.registration;

import java.util.Objects;
import java.util.Optional;

/**
 * A field that is another way than it was.
 *
 * @param field as persons call it, as {@code notify-url}; at most {@value #MAX_FIELD} characters
 * @param was never a secret: of a key its fingerprint
 * @param became the same
 */
public record FieldChange(String field, String was, String became) {
    public static final int MAX_FIELD = 64;

    public FieldChange {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(was, "was");
        Objects.requireNonNull(became, "became");
    }

    /** Empty if it stays as it was. */
    public static Optional<FieldChange> between(String field, Object was, Object becomes) {
        return was.equals(becomes)
                ? Optional.empty()
                : Optional.of(new FieldChange(field, was.toString(), becomes.toString()));
    }
}
