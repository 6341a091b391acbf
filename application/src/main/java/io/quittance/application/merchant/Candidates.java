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
     * For whom it is: the only one, else the only one that knows what it is about, else the only one of these, or where
     * nobody knows it of all, that was not removed; empty if that cannot be told.
     *
     * @param knowing whether what it is about went through that account
     */
    public static Optional<Holder> owner(List<Holder> candidates, Predicate<Holder> knowing) {
        if (candidates.size() == 1) {
            return Optional.of(candidates.getFirst());
        }
        List<Holder> known = candidates.stream().filter(knowing).toList();
        List<Holder> possible = known.isEmpty() ? candidates : known;
        return only(possible)
                .or(() -> only(possible.stream()
                        .filter(one -> one.merchant().removedAt().isEmpty())
                        .toList()));
    }

    private static Optional<Holder> only(List<Holder> some) {
        return some.size() == 1 ? Optional.of(some.getFirst()) : Optional.empty();
    }
}
