package io.quittance.application.registration;

import java.util.Objects;

/** A field that a person has changed, as it is kept. */
public record KeptChange(Deed deed, FieldChange change) {
    public KeptChange {
        Objects.requireNonNull(deed, "deed");
        Objects.requireNonNull(change, "change");
    }
}
