package io.quittance.application.authorization;

import io.quittance.application.upstream.Answer;
import io.quittance.domain.authorization.Cancel;
import io.quittance.domain.authorization.UpstreamCancelNo;
import io.quittance.domain.merchant.Merchant;
import java.util.Objects;
import java.util.Optional;

/** Whoever settles cancels: PayerMax, or the simulator. A call takes seconds, so it is made outside any transaction. */
public interface CancelAcquirer {
    /** Passes a cancel on. Never throws for what the other side does; a caller need not retry at once. */
    Answer<Said> cancel(Merchant merchant, Cancel cancel);

    /** Whether it answers an id that it knows as the first time, so that asking again is safe when in doubt. */
    boolean knowsItsIds();

    /**
     * What it says of a cancel that it took.
     *
     * @param report where the cancel stands, if that is news
     */
    record Said(Optional<UpstreamCancelNo> number, Optional<Cancel.Report> report) {
        public Said {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(report, "report");
        }
    }
}
