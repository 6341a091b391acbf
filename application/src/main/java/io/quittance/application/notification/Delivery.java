package io.quittance.application.notification;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.shard.Queued;
import io.quittance.application.shard.Shard;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.MerchantId;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A message that we still have to tell a merchant.
 *
 * @param id given by the queue
 * @param owed the sequence number of the journal row that holds the bytes
 * @param notifyUrl where the request itself wants it sent; empty for the endpoint's own address
 * @param attempt how often it was tried since it was owed or last re-armed
 * @param signed the signature of an earlier attempt
 */
public record Delivery(
        long id,
        ObjectRef about,
        int owed,
        MerchantId merchant,
        EndpointId endpoint,
        Dialect dialect,
        Optional<URI> notifyUrl,
        int attempt,
        Instant dueAt,
        Optional<Signed> signed)
        implements Queued {
    public Delivery {
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(merchant, "merchant");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(notifyUrl, "notifyUrl");
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(signed, "signed");
    }

    @Override
    public Shard shard() {
        return Shard.of(about);
    }

    /** Each endpoint has a lane of its own. */
    @Override
    public long lane() {
        return endpoint.value();
    }
}
