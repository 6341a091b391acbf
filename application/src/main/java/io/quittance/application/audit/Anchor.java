package io.quittance.application.audit;

import io.quittance.application.journal.ObjectRef;
import io.quittance.domain.text.Bytes;
import java.util.Objects;

/**
 * How far the story of an order had come, for keeping outside the database: whoever sets the order back to an earlier state,
 * or removes it with its story, cannot set this back. It tells nothing that helps to forge.
 *
 * @param month in which the order was created, as 202603
 * @param sequence of the newest sealed row then
 */
public record Anchor(ObjectRef about, int month, int sequence, Bytes mac) {
    public Anchor {
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(mac, "mac");
    }
}
