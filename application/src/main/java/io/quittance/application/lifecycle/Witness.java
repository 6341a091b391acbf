package io.quittance.application.lifecycle;

import io.quittance.application.account.Holder;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.Message;
import io.quittance.domain.merchant.Merchant;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * On whose word an order moves.
 *
 * @param holder whose order it is, and the account that says so or was asked
 * @param heard what the journal says of it, before the move; empty if it says so already
 * @param message what is kept if it contradicts
 * @param place where the news is wanted that follows, unless the order itself says so; empty for the merchant's own place
 */
public record Witness(Holder holder, List<JournalEntry> heard, Message message, Instant at, Optional<URI> place) {
    public Witness {
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(place, "place");
        heard = List.copyOf(heard);
    }

    public Witness(Holder holder, List<JournalEntry> heard, Message message, Instant at) {
        this(holder, heard, message, at, Optional.empty());
    }

    public Merchant merchant() {
        return holder.merchant();
    }
}
