package io.quittance.domain.capture;

import io.quittance.domain.capture.Operation.Sort;

/** Our number of an operation; upstream's own where a report made the operation. */
public sealed interface OperationId permits CaptureId, CancelId {
    String value();

    /** Of what sort of operation it is the number. */
    default Sort sort() {
        return switch (this) {
            case CaptureId _ -> Sort.CAPTURE;
            case CancelId _ -> Sort.CANCEL;
        };
    }
}
