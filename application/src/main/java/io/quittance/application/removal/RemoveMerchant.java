package io.quittance.application.removal;

import io.quittance.application.merchant.Merchants;
import io.quittance.application.registration.Deed;
import io.quittance.application.removal.OpenMatters.Open;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Removes a merchant of which nothing is open. What is taken at the same moment is worked to its end all the same: whoever was
 * removed is refused in the north only.
 */
public final class RemoveMerchant {
    private final Merchants merchants;
    private final OpenMatters matters;

    public RemoveMerchant(Merchants merchants, OpenMatters matters) {
        this.merchants = Objects.requireNonNull(merchants, "merchants");
        this.matters = Objects.requireNonNull(matters, "matters");
    }

    /** A second call removes nothing. */
    public Outcome remove(AppId app, Deed deed) {
        Optional<Merchant> known = merchants.byApp(app);
        if (known.isEmpty()) {
            return gone(app);
        }
        Open open = matters.of(known.get().id());
        if (!open.nothing()) {
            return new Outcome.Busy(open);
        }
        return merchants.remove(app, deed)
                ? new Outcome.Removed(merchants.byId(known.get().id()).orElseThrow())
                : gone(app);
    }

    private Outcome gone(AppId app) {
        List<Merchant> removed = merchants.ever(app);
        return removed.isEmpty() ? new Outcome.Unknown() : new Outcome.Already(removed.getFirst());
    }

    /** What became of that. */
    public sealed interface Outcome {
        record Removed(Merchant merchant) implements Outcome {}

        /** It was removed before. */
        record Already(Merchant merchant) implements Outcome {}

        /** Nothing was changed. */
        record Busy(Open open) implements Outcome {}

        record Unknown() implements Outcome {}
    }
}
