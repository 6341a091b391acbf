package io.quittance.application.relay;

import io.quittance.domain.relay.RelayId;

/** Numbers for requests that are passed on. */
@FunctionalInterface
public interface RelayIds {
    /** A number that was never given before, by this or any other instance. */
    RelayId next();
}
