package io.quittance.application.lifecycle;

import io.quittance.application.errand.Errands;
import io.quittance.application.journal.Discrepancies;
import io.quittance.application.journal.Journal;
import io.quittance.application.notification.NotificationOutbox;
import java.util.Objects;

/** What hangs on an order besides its own row: written in the same transaction as that row, or not at all. */
public record Books(Journal journal, NotificationOutbox outbox, Errands errands, Discrepancies discrepancies) {
    public Books {
        Objects.requireNonNull(journal, "journal");
        Objects.requireNonNull(outbox, "outbox");
        Objects.requireNonNull(errands, "errands");
        Objects.requireNonNull(discrepancies, "discrepancies");
    }
}
