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
     * Those that are wanted, those of the newest month first. Of one kind they come by our number downwards, which begins with the
     * time for all kinds but payment links; of all kinds by the second in which they were made, and payment links, whose numbers do
     * not tell it, behind the others of their second. Who asks for what is behind the last one that was answered gets every order
     * once, whatever is added meanwhile.
     *
     * @param behind answers what comes behind that order; empty for the first page
     */
    List<Summary> page(Wanted wanted, Optional<ObjectRef> behind, int limit);
}
