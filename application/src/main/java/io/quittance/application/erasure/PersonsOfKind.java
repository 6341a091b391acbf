package io.quittance.application.erasure;

import io.quittance.application.journal.ObjectRef;

/** What the orders of one kind hold of persons besides their stories. */
@FunctionalInterface
public interface PersonsOfKind {
    /** A kind that holds nothing. */
    PersonsOfKind NONE = _ -> {};

    /** Removes it. Call inside the transaction that removes the rest. */
    void forget(ObjectRef about);
}
