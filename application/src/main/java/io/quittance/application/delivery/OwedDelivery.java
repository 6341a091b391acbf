package io.quittance.application.delivery;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.notification.Dialect;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.MerchantId;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A message that a merchant is owed, as persons see it.
 *
 * @param id given by the queue; another one when the same is owed again
 * @param owed the sequence number of the journal row that holds the bytes
 * @param notifyUrl where the request itself wants it sent; empty for the endpoint's own address
 * @param attempt how often it was tried since it was owed or last armed
 * @param dueAt when it is tried next; empty where it is stopped
 * @param why what is kept of why it is stopped
 * @param owedAt when it was owed first; empty if its journal tells nothing of it
 */
public record OwedDelivery(
        long id,
        ObjectRef about,
        int owed,
        MerchantId merchant,
        EndpointId endpoint,
        Dialect dialect,
        Optional<URI> notifyUrl,
        int attempt,
        Optional<Instant> dueAt,
        State state,
        Optional<String> why,
        Optional<Instant> owedAt) {
    public OwedDelivery {
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(merchant, "merchant");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(notifyUrl, "notifyUrl");
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(owedAt, "owedAt");
    }

    /** What it waits for. */
    public enum State {
        /** Its first attempt. */
        WAITING,
        /** Its next attempt, after some that were not acknowledged. */
        RETRYING,
        /** That its endpoint is released. */
        HELD,
        /** That an earlier message of its order is told there. */
        BEHIND,
        /** A person: the schedule is through. */
        PARKED,
        /** A person or another version: it could not be read or handled. */
        ASIDE
    }
}
