package io.quittance.application.account;

import io.quittance.domain.account.AcquirerName;
import java.util.Optional;

/**
 * Who serves one kind of order: of the acquirers that are there in this process, those that do.
 *
 * @param <P> the port of that kind
 */
@FunctionalInterface
public interface Serving<P> {
    /** Empty if no acquirer of that name is there, or if it does not serve that kind. */
    Optional<P> by(AcquirerName acquirer);
}
