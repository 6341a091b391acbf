package io.quittance.application.relay;

import io.quittance.application.journal.Message;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.relay.ApiName;
import io.quittance.domain.text.Bytes;
import java.net.URI;
import java.util.Optional;

/** A merchant asks something of upstream that we do not understand; it is asked once, and never again by us. */
@FunctionalInterface
public interface RelayRequest {
    Outcome relay(Merchant caller, Command command);

    /** Everything that can become of it. */
    sealed interface Outcome {
        /** @param reply what the merchant is to be answered, to the byte; the exchange is durable by then */
        record Answered(Bytes reply) implements Outcome {}

        /** None of the merchant's accounts answers such requests: nothing is kept of it. */
        record NotServed() implements Outcome {}
    }

    /**
     * What is asked.
     *
     * @param notifyUrl where the request wants its results told
     * @param message the request as it came in
     */
    record Command(ApiName api, Optional<URI> notifyUrl, Message message) {}
}
