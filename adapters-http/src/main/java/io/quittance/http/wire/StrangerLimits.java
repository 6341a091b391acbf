package io.quittance.http.wire;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * How many requests and notifications may fail within a minute, as forged or unreadable ones do, before further ones are
 * refused without a signature being checked. Empty is no limit.
 *
 * @param perAddress of all that come from one address
 * @param perApp of those from one address that claim one app
 */
public record StrangerLimits(OptionalInt perAddress, OptionalInt perApp) {
    /** A whole company that has a wrong key stays below; who forges makes us check ten a second. */
    public static final StrangerLimits USUAL = new StrangerLimits(OptionalInt.of(600), OptionalInt.of(300));

    public static final StrangerLimits NONE = new StrangerLimits(OptionalInt.empty(), OptionalInt.empty());

    public StrangerLimits {
        atLeastOne("perAddress", perAddress);
        atLeastOne("perApp", perApp);
    }

    private static void atLeastOne(String name, OptionalInt limit) {
        Objects.requireNonNull(limit, name);
        if (limit.orElse(1) < 1) {
            throw new IllegalArgumentException(name + ": " + limit.getAsInt() + " (expected: >= 1)");
        }
    }
}
