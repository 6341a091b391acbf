package io.quittance.application.audit;

import io.quittance.application.audit.Damage.What;
import io.quittance.application.audit.KeptJournal.Months;
import io.quittance.application.audit.KeptJournal.Whole;
import io.quittance.application.journal.Journal;
import io.quittance.application.journal.JournalEntry;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.journal.ObjectRef;
import io.quittance.application.person.Hand;
import io.quittance.application.transaction.Transactions;
import io.quittance.domain.text.Counted;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Looks for such rows as who verifies does, and decides under the lock of each order. */
public final class JournalVouching implements VouchForRows {
    private final VerifyJournal verifying;
    private final KeptJournal kept;
    private final Chain chain;
    private final Journal journal;
    private final Transactions transactions;
    private final InstantSource clock;

    public JournalVouching(
            KeptJournal kept, Chain chain, Journal journal, Transactions transactions, InstantSource clock) {
        this.verifying = new JournalVerifying(kept, chain);
        this.kept = Objects.requireNonNull(kept, "kept");
        this.chain = Objects.requireNonNull(chain, "chain");
        this.journal = Objects.requireNonNull(journal, "journal");
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public Part part(Months months, Optional<ObjectRef> behind, Hand hand) {
        VerifyJournal.Part found = verifying.part(months, behind);
        List<ObjectRef> orders = new ArrayList<>();
        List<Damage> others = new ArrayList<>();
        long rows = 0;
        for (Damage damage : found.damages()) {
            int sealed = damage.what() == What.UNSEALED ? vouch(damage.about(), hand) : 0;
            if (sealed > 0) {
                orders.add(damage.about());
                rows += sealed;
            } else {
                others.add(damage);
            }
        }
        return new Part(orders, rows, others, found.behind());
    }

    /** @return for how many rows; 0 if they are not any more as they were found */
    private int vouch(ObjectRef about, Hand hand) {
        return transactions.inOne(() -> {
            Whole whole = kept.locked(about);
            Following following = new Following(chain, about, whole.head(), 0);
            whole.rows().forEach(following::row);
            if (following.end().filter(damage -> damage.what() == What.UNSEALED).isEmpty()) {
                return 0;
            }
            int rows = following.unsealed().size();
            String note =
                    "vouched for " + Counted.of(rows, "row") + " without a seal, as they stand here: " + hand.reason();
            journal.append(
                    about,
                    List.of(JournalEntry.noted(Kind.OPERATED, clock.instant(), note)
                            .with(Voucher.FOUND.of(following.unsealed()))
                            .by(hand.person())));
            return rows;
        });
    }
}
