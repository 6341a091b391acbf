package io.quittance.domain.payout;

/** Something that a merchant must hear about a payout. It holds the payout as it was then. */
public sealed interface PayoutEvent {
    Payout payout();

    record PayoutSucceeded(Payout payout) implements PayoutEvent {}

    record PayoutFailed(Payout payout) implements PayoutEvent {}

    record PayoutBouncedBack(Payout payout) implements PayoutEvent {}
}
