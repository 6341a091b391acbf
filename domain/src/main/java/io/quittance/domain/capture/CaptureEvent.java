package io.quittance.domain.capture;

/** Something that a merchant must hear about a capture. It holds the capture as it was then. */
public sealed interface CaptureEvent {
    Capture capture();

    record CaptureSucceeded(Capture capture) implements CaptureEvent {}

    record CaptureFailed(Capture capture) implements CaptureEvent {}
}
