package io.quittance.http.outbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * An address that the proxy is asked for. It is one that was judged, or a name that the proxy looks up.
 *
 * @see ProxiedSockets
 */
final class ByProxy extends InetSocketAddress {
    private static final long serialVersionUID = 1L;

    private final String authority;

    private ByProxy(InetAddress own, String host, int port) {
        super(own, port);
        this.authority = (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** That address, whatever name has led to it. */
    static ByProxy judged(InetAddress address, int port) {
        return new ByProxy(address, address.getHostAddress(), port);
    }

    /** That name; as the class wants an address, it has one that nobody connects to. */
    static ByProxy named(String host, int port) {
        return new ByProxy(InetAddress.ofLiteral("0.0.0.0"), host, port);
    }

    /** As it stands behind {@code CONNECT}. */
    String authority() {
        return authority;
    }
}
