package io.quittance.http.payermax;

import java.net.InetAddress;
import java.net.URI;

/** Whether nobody between us and an address can change what is said: TLS, or it never leaves this machine. */
final class Guarded {
    private Guarded() {}

    /**
     * Loopback is judged by the address as it is written ({@code localhost}, {@code 127.x.x.x}, {@code [::1]}), not by
     * what a name service says.
     */
    static boolean is(URI url) {
        if ("https".equalsIgnoreCase(url.getScheme())) {
            return true;
        }
        String host = url.getHost();
        return host != null && ("localhost".equalsIgnoreCase(host) || loopback(host));
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
