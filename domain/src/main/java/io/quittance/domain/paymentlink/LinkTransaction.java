package io.quittance.domain.paymentlink;

import io.quittance.domain.text.Bytes;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One payer's attempt to pay by a link.
 *
 * @param completedAt when it succeeded, where that was told
 * @param details how it was paid, in the words of the protocol, with all card data masked. Stored encrypted
 */
public record LinkTransaction(TransactionNo no, Status status, Optional<Instant> completedAt, Optional<Bytes> details) {

    /** The names stand in the database and on the wire: CLOSE, not CLOSED (E5). */
    public enum Status {
        PENDING,
        SUCCESS,
        CLOSE
    }

    public LinkTransaction {
        Objects.requireNonNull(no, "no");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(completedAt, "completedAt");
        Objects.requireNonNull(details, "details");
    }

    /** The same without how it was paid. */
    LinkTransaction forgotten() {
        return new LinkTransaction(no, status, completedAt, Optional.empty());
    }

    public static LinkTransaction pending(TransactionNo no) {
        return new LinkTransaction(no, Status.PENDING, Optional.empty(), Optional.empty());
    }
}
