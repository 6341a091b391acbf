package io.quittance.application.capture;

import io.quittance.domain.capture.CancelId;
import io.quittance.domain.capture.CaptureId;

/** Numbers for new operations: each was never given before, by this or any other instance. */
public interface OperationIds {
    CaptureId nextCapture();

    CancelId nextCancel();
}
