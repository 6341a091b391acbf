package io.quittance.http.server;

import io.quittance.http.server.CutConnections.Reason;
import io.quittance.http.wire.Source;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who is connected to one port now, and whether one more may be. */
final class Visitors {
    private final ClientLimits limits;
    private final Map<Source, Integer> byAddress = new HashMap<>();
    private int all;

    Visitors(ClientLimits limits) {
        this.limits = limits;
    }

    /** @return why not; empty if it is let in, and then it {@link #leave leaves} some time */
    synchronized Optional<Reason> enter(InetAddress address) {
        if (all >= limits.connections()) {
            return Optional.of(Reason.TOO_MANY);
        }
        Source owner = Source.of(address);
        if (byAddress.getOrDefault(owner, 0) >= limits.perAddress()) {
            return Optional.of(Reason.TOO_MANY_OF_ONE_ADDRESS);
        }
        byAddress.merge(owner, 1, Integer::sum);
        all++;
        return Optional.empty();
    }

    synchronized void leave(InetAddress address) {
        byAddress.computeIfPresent(Source.of(address), (_, there) -> there == 1 ? null : there - 1);
        all--;
    }

    synchronized int all() {
        return all;
    }

    /** How many addresses are remembered: none of whom nobody is left. */
    synchronized int addresses() {
        return byAddress.size();
    }
}
