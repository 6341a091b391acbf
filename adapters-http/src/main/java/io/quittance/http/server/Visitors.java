package io.quittance.http.server;

import io.quittance.http.server.CutConnections.Reason;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who is connected to one port now, and whether one more may be. */
final class Visitors {
    /** Whoever has one IPv6 address has all that begin with the same 64 bits. */
    private static final int OWNED_TOGETHER = 8;

    private final ClientLimits limits;
    private final Map<Object, Integer> byAddress = new HashMap<>();
    private int all;

    Visitors(ClientLimits limits) {
        this.limits = limits;
    }

    /** @return why not; empty if it is let in, and then it {@link #leave leaves} some time */
    synchronized Optional<Reason> enter(InetAddress address) {
        if (all >= limits.connections()) {
            return Optional.of(Reason.TOO_MANY);
        }
        Object owner = owner(address);
        if (byAddress.getOrDefault(owner, 0) >= limits.perAddress()) {
            return Optional.of(Reason.TOO_MANY_OF_ONE_ADDRESS);
        }
        byAddress.merge(owner, 1, Integer::sum);
        all++;
        return Optional.empty();
    }

    synchronized void leave(InetAddress address) {
        byAddress.computeIfPresent(owner(address), (_, there) -> there == 1 ? null : there - 1);
        all--;
    }

    synchronized int all() {
        return all;
    }

    /** How many addresses are remembered: none of whom nobody is left. */
    synchronized int addresses() {
        return byAddress.size();
    }

    private static Object owner(InetAddress address) {
        return address instanceof Inet6Address ? ByteBuffer.wrap(address.getAddress(), 0, OWNED_TOGETHER) : address;
    }
}
