package io.quittance.bootstrap.settings;

import io.quittance.bootstrap.trouble.Trouble;
import java.util.Locale;
import java.util.Optional;

/** Who may read the metrics, and more of health than whether all is well. */
public enum Monitoring {
    /** Whoever reaches the management port. */
    OPEN,
    /** Who shows the management token. */
    TOKEN;

    static final String SETTING = "QUITTANCE_MONITORING";

    /**
     * @param text of the setting; empty where it is not set: then whoever is on this machine may, if nobody else reaches the port
     * @param host on which the management port listens
     * @throws Trouble if it is neither
     */
    static Monitoring of(Optional<String> text, String host) {
        if (text.isEmpty()) {
            return host.matches("127[.][0-9.]+|localhost|::1") ? OPEN : TOKEN;
        }
        return switch (text.get().toLowerCase(Locale.ROOT)) {
            case "open" -> OPEN;
            case "token" -> TOKEN;
            default -> throw new Trouble(SETTING + " is '" + text.get() + "' (expected: open or token).");
        };
    }
}
