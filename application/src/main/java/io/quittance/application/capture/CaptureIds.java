package io.quittance.application.capture;

import io.quittance.domain.capture.CaptureId;

/** Numbers for new captures. */
@FunctionalInterface
public interface CaptureIds {
    /** A number that was never given before, by this or any other instance. */
    CaptureId next();
}
