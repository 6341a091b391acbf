package io.quittance.application.lifecycle;

import io.quittance.application.errand.Errands;
import io.quittance.application.journal.Discrepancies;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.Message;
import io.quittance.application.notification.NotificationOutbox;
import io.quittance.application.request.Spending;
import io.quittance.application.request.SpentElsewhere;
import io.quittance.application.request.SpentRequests;
import java.time.Instant;
import java.util.Objects;

/** What hangs on an order besides its own row: written in the same transaction as that row, or not at all. */
public record Books(
        Journal journal, NotificationOutbox outbox, Errands errands, Discrepancies discrepancies, SpentRequests spent) {
    public Books {
        Objects.requireNonNull(journal, "journal");
        Objects.requireNonNull(outbox, "outbox");
        Objects.requireNonNull(errands, "errands");
        Objects.requireNonNull(discrepancies, "discrepancies");
        Objects.requireNonNull(spent, "spent");
    }

    /** Takes the bytes of a request for one use alone. @throws SpentElsewhere if they were put to another one before */
    public void spend(Message message, String use, Instant now) {
        if (!spent.spend(Spending.of(message.raw(), use, now))) {
            throw new SpentElsewhere();
        }
    }
}
