package io.quittance.application.lifecycle;

import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.Message;
import io.quittance.domain.merchant.Merchant;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * On whose word an order moves.
 *
 * @param merchant whose order it is
 * @param heard what the journal says of it, before the move; empty if it says so already
 * @param message what is kept if it contradicts
 */
public record Witness(Merchant merchant, List<JournalEntry> heard, Message message, Instant at) {
    public Witness {
        Objects.requireNonNull(merchant, "merchant");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(at, "at");
        heard = List.copyOf(heard);
    }
}
