package io.quittance.application.errand;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.Owed;
import io.quittance.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/** The queue of errands; their lanes are the accounts upstream. */
public interface Errands {
    /** What is due, lane by lane. */
    Owed<Errand> owed();

    /** Call inside the transaction that made the order: both are kept or neither is. An order has one errand. */
    void add(Errand errand);

    /** Keeps what an errand has become. @return false if it is there no more, as its order has ended */
    boolean replace(Errand errand);

    /**
     * Moves what is to be asked of upstream about that order to that time, and takes it up again where it was stopped; what it has
     * come to stays as it is. Waiting for upstream or for the end of a time is not asking.
     *
     * @return the account that is asked; empty if nothing is to be asked
     */
    Optional<AccountId> hasten(ObjectRef about, Instant dueAt);

    /** Nothing is left to ask about that order. No effect if nothing was. */
    void drop(ObjectRef about);
}
