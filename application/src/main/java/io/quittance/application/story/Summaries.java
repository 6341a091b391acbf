package io.quittance.application.story;

import io.quittance.application.journal.ObjectRef;
import java.util.List;
import java.util.Optional;

/** How orders of all kinds stand, read for persons: no locks, and what a transaction has not committed is not seen. */
public interface Summaries {
    Optional<Summary> find(ObjectRef about);

    /** In which states an order of that kind may be, as {@link Summary#state} says them, the open one first. */
    List<String> states(ObjectRef.Kind kind);

    /**
     * All that are called so: by us, by their merchants or by upstream; a payment link also by an attempt to pay it. One
     * number may be many orders', as merchants number theirs alone, and several captures are of one order.
     *
     * @param limit so many of each kind at most
     */
    List<Summary> named(String id, int limit);

    /**
     * Those that are wanted, those of the newest month first: by the second in which they were made, which all our numbers but those
     * of payment links begin with, and within it by number; payment links come behind the others of their second, by their times. Who
     * asks for what is behind the last one that was answered gets every order once, whatever is added meanwhile.
     *
     * @param behind answers what comes behind that order; empty for the first page
     */
    List<Summary> page(Wanted wanted, Optional<ObjectRef> behind, int limit);
}
