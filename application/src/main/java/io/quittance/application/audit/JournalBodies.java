package io.quittance.application.audit;

import io.quittance.application.journal.ObjectRef;
import java.util.Set;

/** The bodies in the journal's table, where they can be taken away. */
@FunctionalInterface
public interface JournalBodies {
    /**
     * Takes the bodies of those rows away, for ever. Call inside the transaction that writes, behind them, what the rows are
     * without.
     *
     * @throws IllegalStateException if one of them has none
     */
    void remove(ObjectRef about, Set<Integer> rows);
}
