package io.quittance.application.merchant;

import io.quittance.application.account.Holder;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * For whom a message from upstream may be: merchants, each at the account whose keys verified it. Several, as one account
 * upstream may serve several merchants.
 */
public final class Candidates {
    private Candidates() {}

    /**
     * For whom it is: the only one, else the only one that knows what it is about; empty if that cannot be told.
     *
     * @param knowing whether what it is about went through that account
     */
    public static Optional<Holder> owner(List<Holder> candidates, Predicate<Holder> knowing) {
        List<Holder> possible = candidates.size() == 1
                ? candidates
                : candidates.stream().filter(knowing).toList();
        return possible.size() == 1 ? Optional.of(possible.getFirst()) : Optional.empty();
    }
}
