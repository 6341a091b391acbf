package io.quittance.application.relay;

import io.quittance.domain.relay.NewsId;

/** Numbers for news that is passed on. */
@FunctionalInterface
public interface NewsIds {
    /** A number that was never given before, by this or any other instance. */
    NewsId next();
}
