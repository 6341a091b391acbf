package io.quittance.domain.authorization;

/** Something that a merchant must hear about a cancel. It holds the cancel as it was then. */
public sealed interface CancelEvent {
    Cancel cancel();

    record CancelSucceeded(Cancel cancel) implements CancelEvent {}

    record CancelFailed(Cancel cancel) implements CancelEvent {}
}
