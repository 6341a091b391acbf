package io.quittance.domain.capture;

import java.util.Objects;

/** An operation has succeeded or failed, and its merchant must hear of it. It holds the operation as it was then. */
public record OperationEnded(Operation operation) {
    public OperationEnded {
        Objects.requireNonNull(operation, "operation");
    }
}
