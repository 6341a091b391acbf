package io.quittance.domain.merchant;

/** In which form a merchant is told of its payouts; fixed when it is registered, as each form has its own answer. */
public enum PayoutDialect {
    /** The enveloped notification, acknowledged by {@code code} SUCCESS. */
    V2,
    /** The flat callback, acknowledged by {@code bizCode} 0000. */
    LEGACY
}
