package io.quittance.application.journal;

import io.quittance.application.account.Holder;
import io.quittance.application.journal.Discrepancies.Discrepancy;
import io.quittance.application.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Keeps a message that upstream certainly sent and that we do not understand. It is not lost, and it is not
 * acknowledged either: a later version of us may understand it when it comes again.
 */
public final class KeepMisunderstood {
    private final Discrepancies discrepancies;
    private final Transactions transactions;
    private final InstantSource clock;

    public KeepMisunderstood(Discrepancies discrepancies, Transactions transactions, InstantSource clock) {
        this.discrepancies = discrepancies;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Once it returns, the message is kept; the same message again is counted.
     *
     * @param holder for whom it is; empty where that cannot be told
     * @param why one line for a person, without personal data
     */
    public void keep(Optional<Holder> holder, Message message, String why) {
        Instant now = clock.instant();
        Discrepancy kept = new Discrepancy(
                holder.map(one -> one.merchant().id()),
                holder.map(one -> one.account().id()),
                Optional.empty(),
                message,
                "not understood: " + why,
                now);
        transactions.inOne(() -> discrepancies.open(kept));
    }
}
