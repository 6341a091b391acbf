package io.quittance.application.upstream;

import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.UpstreamCaptureNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.text.Bytes;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Whoever settles: PayerMax, or the simulator. Calls take seconds, so they are made outside any transaction. */
public interface Acquirer {
    /** Passes a capture on. Never throws for what the other side does; a caller need not retry at once. */
    Answer capture(Merchant merchant, Capture capture);

    /** Whether it answers an id that it knows as the first time, so that asking again is safe when in doubt. */
    boolean knowsItsIds();

    /** What was sent and what came back, for the journal. */
    record Exchange(Optional<Bytes> request, Optional<Bytes> response, Optional<Integer> status, Duration took) {
        public Exchange {
            Objects.requireNonNull(request, "request");
            Objects.requireNonNull(response, "response");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(took, "took");
        }
    }

    /** The five kinds of answer, by what must follow. */
    sealed interface Answer {
        Exchange exchange();

        /** Upstream has it. A final status in the answer counts like a notification. */
        record Taken(Exchange exchange, Optional<UpstreamCaptureNo> number, Optional<Capture.Report> report)
                implements Answer {}

        /** The business says no. */
        record Refused(Exchange exchange, Failure why) implements Answer {}

        /** It certainly was not processed: the same id may be sent again, later. */
        record NotProcessed(Exchange exchange, String why) implements Answer {}

        /** Our keys or our registration are wrong: hold everything for this merchant, fail nothing. */
        record Misconfigured(Exchange exchange, String why) implements Answer {}

        /** Nobody can tell whether it was processed. */
        record Unknown(Exchange exchange, String why) implements Answer {}
    }
}
