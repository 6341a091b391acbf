package io.quittance.application.payout;

import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Payout;
import java.util.Optional;

/** A merchant asks how one of its payouts stands. We answer what we know and ask nobody. */
@FunctionalInterface
public interface FindPayout {
    /** The current payout under that number of the caller's; empty if it never had one. */
    Optional<Payout> find(Merchant caller, OutTradeNo order);
}
