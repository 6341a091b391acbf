package io.quittance.application.paymentlink;

import io.quittance.domain.paymentlink.LinkId;

/** Ids for new links. */
@FunctionalInterface
public interface LinkIds {
    /** One that was never given before, by this or any other instance, and that nobody can guess: whoever knows it may look. */
    LinkId next();
}
