package io.quittance.domain.merchant;

import java.util.Locale;

/** In which form a merchant is told of its payouts; each form has its own answer, so what is owed keeps the one it was made in. */
public enum PayoutDialect {
    /** The enveloped notification, acknowledged by {@code code} SUCCESS. */
    V2,
    /** The flat callback, acknowledged by {@code bizCode} 0000. */
    LEGACY;

    /** As persons write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
