package io.quittance.application.merchant;

import io.quittance.domain.merchant.Merchant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The merchants that a message from upstream may be for, as one app upstream may serve several. */
public final class Candidates {
    private Candidates() {}

    /** For whom it is: the only one, else the only one that knows what it is about; empty if that cannot be told. */
    public static Optional<Merchant> owner(List<Merchant> candidates, Predicate<Merchant> knowing) {
        List<Merchant> possible = candidates.size() == 1
                ? candidates
                : candidates.stream().filter(knowing).toList();
        return possible.size() == 1 ? Optional.of(possible.getFirst()) : Optional.empty();
    }
}
