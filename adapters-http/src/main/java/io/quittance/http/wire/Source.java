package io.quittance.http.wire;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;

/**
 * Where something comes from, as far as one party goes: whoever has one IPv6 address has all that begin with the same 64 bits.
 *
 * @param text as it is written in the log
 */
public record Source(String text) {
    private static final int GROUPS_OWNED_TOGETHER = 4;

    public Source {
        Objects.requireNonNull(text, "text");
    }

    public static Source of(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return new Source(address.getHostAddress());
        }
        byte[] bytes = address.getAddress();
        StringBuilder text = new StringBuilder();
        for (int group = 0; group < GROUPS_OWNED_TOGETHER; group++) {
            int high = Byte.toUnsignedInt(bytes[2 * group]);
            int low = Byte.toUnsignedInt(bytes[2 * group + 1]);
            text.append(Integer.toHexString(high << Byte.SIZE | low)).append(':');
        }
        return new Source(text.append(":/64").toString());
    }

    /** Of the other end of a connection. */
    public static Source of(InetSocketAddress peer) {
        return peer.getAddress() == null ? new Source(peer.getHostString()) : of(peer.getAddress());
    }
}
