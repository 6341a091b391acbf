package io.quittance.application.capture;

import io.quittance.application.upstream.Answer;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.UpstreamCaptureNo;
import io.quittance.domain.merchant.Merchant;
import java.util.Objects;
import java.util.Optional;

/** Whoever settles captures: PayerMax, or the simulator. A call takes seconds, so it is made outside any transaction. */
public interface CaptureAcquirer {
    /** Passes a capture on. Never throws for what the other side does; a caller need not retry at once. */
    Answer<Said> capture(Merchant merchant, Capture capture);

    /** Whether it answers an id that it knows as the first time, so that asking again is safe when in doubt. */
    boolean knowsItsIds();

    /**
     * What it says of a capture that it took.
     *
     * @param report where the capture stands, if that is news
     */
    record Said(Optional<UpstreamCaptureNo> number, Optional<Capture.Report> report) {
        public Said {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(report, "report");
        }
    }
}
