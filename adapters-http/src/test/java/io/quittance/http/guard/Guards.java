package io.quittance.http.guard;

import java.util.Optional;
import java.util.Set;

/** Guards as tests need them. */
public final class Guards {
    private Guards() {}

    /** With that setting of what is allowed, and no port of our own. */
    public static MerchantGuard allowing(String allowed) {
        return new MerchantGuard(
                new Outgoing(Allowed.of(allowed), Outgoing.ANY_SCHEME), new OwnPorts(Set.of(), Optional.empty()));
    }

    /** What merchants may say where nothing is allowed but the public internet. */
    public static NotifyUrls publicOnly() {
        return new NotifyUrls(allowing("none"));
    }
}
