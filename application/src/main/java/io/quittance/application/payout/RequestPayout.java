package io.quittance.application.payout;

import io.quittance.application.journal.Message;
import io.quittance.domain.account.Route;
import io.quittance.domain.account.Service;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.money.Country;
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
     * @param country where the payee gets it
     * @param notifyUrl where its results are to be told; empty for the merchant's own place
     * @param message the request as it came in: the journal keeps it, and upstream is asked with its words
     */
    record Command(
            OutTradeNo order,
            Money trade,
            Country country,
            Particulars particulars,
            Optional<URI> notifyUrl,
            Message message) {
        /** What decides which account it takes. */
        Route.Order routed() {
            return new Route.Order(Service.PAYOUT, Optional.of(trade.currency()), Optional.of(country));
        }
    }

    /** Everything that can become of it. */
    sealed interface Outcome {
        record Accepted(Payout payout) implements Outcome {}

        /** The number is in use, for the same or for other content: nothing was changed. */
        record Repeated(Payout current) implements Outcome {}

        /** None of the merchant's accounts pays that out: nothing is kept of the request. */
        record NotServed() implements Outcome {}
    }
}
