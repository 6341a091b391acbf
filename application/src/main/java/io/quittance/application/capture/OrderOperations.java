package io.quittance.application.capture;

import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.OperationId;
import java.time.Instant;
import java.util.Optional;

/** Where the operations on authorized orders stand now: captures and cancels. */
public interface OrderOperations {
    /**
     * Keeps a new operation, unless this merchant's request id is known for that sort; a unique key decides, whoever
     * races. In a transaction, what it answers is committed or the caller's own.
     */
    Added add(Operation operation);

    Optional<Operation> find(Operation.Key key);

    Optional<Operation> find(OperationId id);

    /** Reads for a decision: until the end of the transaction nobody else gets that operation. */
    Optional<Operation> lock(Operation.Key key);

    /** Reads for a decision: until the end of the transaction nobody else gets that operation. */
    Optional<Operation> lock(OperationId id);

    /** Keeps what a locked operation has become. @throws IllegalStateException if there is no such operation */
    void replace(Operation next);

    /** Marks one that did not end in time and that upstream cannot be asked about; its end takes the mark away. */
    void markOverdue(OperationId id, Instant at);

    /** How many of that sort are overdue now. */
    long overdue(Operation.Sort sort);

    /** What became of {@link #add}. */
    sealed interface Added {
        record New() implements Added {}

        /** The operation of the same sort that used this request id before, as it is now. */
        record Known(Operation earlier) implements Added {}

        /** The number is another operation's; only upstream's numbers of adopted ones can collide. */
        record NumberTaken() implements Added {}
    }
}
