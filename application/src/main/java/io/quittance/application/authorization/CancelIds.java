package io.quittance.application.authorization;

import io.quittance.domain.authorization.CancelId;

/** Numbers for new cancels. */
@FunctionalInterface
public interface CancelIds {
    /** A number that was never given before, by this or any other instance. */
    CancelId next();
}
