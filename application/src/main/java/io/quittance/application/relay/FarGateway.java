package io.quittance.application.relay;

import io.quittance.application.account.Holder;
import io.quittance.application.upstream.Exchange;
import io.quittance.domain.relay.Relay;
import io.quittance.domain.text.Bytes;
import java.util.Objects;

/** The gateway behind ours, where it has APIs that we do not understand. */
@FunctionalInterface
public interface FarGateway {
    /**
     * Passes a verified request on under the merchant's account there, once, outside any transaction. Never throws for
     * what the other side does. Takes at most 8 s, as the merchant waits.
     *
     * @param relay which request; where it says whom to tell of its results, upstream is given an address of ours instead
     * @param request the whole body as the merchant sent it
     */
    Answered ask(Holder holder, Relay relay, Bytes request);

    /**
     * What came of it.
     *
     * @param reply what the merchant is to be answered: upstream's bytes where they are believed, else words of our own
     * @param line one line for a person
     */
    record Answered(Exchange exchange, Bytes reply, String line) {
        public Answered {
            Objects.requireNonNull(exchange, "exchange");
            Objects.requireNonNull(reply, "reply");
            Objects.requireNonNull(line, "line");
        }
    }
}
