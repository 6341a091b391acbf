package io.quittance.application.erasure;

import io.quittance.application.audit.KeptJournal.Months;
import io.quittance.application.journal.ObjectRef;
import java.util.List;
import java.util.Optional;

/**
 * Finds the orders in whose stories somebody is named, by a name, an account number, an address or whatever else tells who it is.
 * As all of that is encrypted, every story has to be read. Changes nothing and holds nothing up.
 */
public interface FindPersons {
    /** A part has so many orders at most. */
    int ORDERS = 200;

    /** The longest value that is looked for, in characters. */
    int MAX_VALUE = 256;

    /**
     * One part of all stories.
     *
     * @param value 1 to {@value #MAX_VALUE} characters; a field has to be that value and not only to hold it
     * @param behind where the part before ended; empty for the first
     */
    Part part(Months months, Optional<ObjectRef> behind, String value);

    /**
     * What came of a part.
     *
     * @param unreadable rows whose bodies could not be read: who is named in there, nobody can tell
     * @param behind where the next part begins; empty if there is none
     */
    record Part(List<ObjectRef> orders, long rows, long unreadable, Optional<ObjectRef> behind) {
        public Part {
            orders = List.copyOf(orders);
        }
    }
}
