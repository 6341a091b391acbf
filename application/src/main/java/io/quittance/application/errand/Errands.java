package io.quittance.application.errand;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.Owed;

/** The queue of errands; their lanes are the accounts upstream. */
public interface Errands {
    /** What is due, lane by lane. */
    Owed<Errand> owed();

    /** Call inside the transaction that made the order: both are kept or neither is. An order has one errand. */
    void add(Errand errand);

    /** Keeps what an errand has become. @return false if it is there no more, as its order has ended */
    boolean replace(Errand errand);

    /** Nothing is left to ask about that order. No effect if nothing was. */
    void drop(ObjectRef about);
}
