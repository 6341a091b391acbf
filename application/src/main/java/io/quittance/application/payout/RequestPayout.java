package io.quittance.application.payout;

import io.quittance.application.journal.Message;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Particulars;
import io.quittance.domain.payout.Payout;
import java.net.URI;
import java.util.Optional;

/**
 * A merchant asks to pay money out. Asking again under the same number never pays twice; only behind a payout that
 * upstream turned away it is a new try.
 */
@FunctionalInterface
public interface RequestPayout {
    /** What the bytes of its request count for. */
    String USE = "payout";

    /** Once it answers, the payout is durable. */
    Outcome request(Merchant caller, Command command);

    /**
     * @param notifyUrl where its results are to be told; empty for the merchant's own place
     * @param message the request as it came in: the journal keeps it, and upstream is asked with its words
     */
    record Command(OutTradeNo order, Money trade, Particulars particulars, Optional<URI> notifyUrl, Message message) {}

    /** Everything that can become of it. */
    sealed interface Outcome {
        record Accepted(Payout payout) implements Outcome {}

        /** The number is in use, for the same or for other content: nothing was changed. */
        record Repeated(Payout current) implements Outcome {}
    }
}
