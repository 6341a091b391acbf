package io.quittance.application.lifecycle;

import io.quittance.application.account.Holder;
import io.quittance.application.errand.Errands;
import io.quittance.application.journal.Discrepancies;
import io.quittance.application.journal.Discrepancies.Discrepancy;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.Message;
import io.quittance.application.journal.NotAdopted;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.NotificationOutbox;
import io.quittance.application.request.Spending;
import io.quittance.application.request.SpentElsewhere;
import io.quittance.application.request.SpentRequests;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

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

    /**
     * Keeps a report that is not believed, or cannot be used, for a person.
     *
     * @param holder who is concerned; empty where that cannot be told
     * @return whether it was new
     * @throws NotAdopted if it is a person who wanted to take it: it is kept already
     */
    public boolean disbelieve(
            Optional<Holder> holder, Optional<ObjectRef> about, Message message, String why, Instant now) {
        if (message.adopted().isPresent()) {
            throw new NotAdopted(why);
        }
        return discrepancies.open(new Discrepancy(
                holder.map(one -> one.merchant().id()),
                holder.map(one -> one.account().id()),
                about,
                message,
                why,
                now));
    }

    /** Where a person takes a kept message: ends its discrepancy. @throws NotAdopted if that cannot be */
    public void adopt(Message message, ObjectRef about, Instant now) {
        message.adopted().ifPresent(by -> by.end(discrepancies, about, now));
    }

    /** Takes the bytes of a request for one use alone. @throws SpentElsewhere if they were put to another one before */
    public void spend(Message message, String use, Instant now) {
        if (!spent.spend(Spending.of(message.raw(), use, now))) {
            throw new SpentElsewhere();
        }
    }
}
