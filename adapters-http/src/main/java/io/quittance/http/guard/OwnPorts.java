package io.quittance.http.guard;

import io.quittance.domain.text.WebUrl;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where we listen ourselves. What merchants say must not make us ask ourselves, least of all where only this machine may ask.
 *
 * @param ports on any address of this machine
 * @param hosted the one address there at which we play a merchant, if we do
 */
public record OwnPorts(Set<Integer> ports, Optional<URI> hosted) {
    public OwnPorts {
        ports = Set.copyOf(ports);
        Objects.requireNonNull(hosted, "hosted");
    }

    boolean hosts(URI url) {
        return hosted.filter(url::equals).isPresent();
    }

    /** Whether a connection there is one to the hosted address, which may be kept and used for another path. */
    boolean hosts(String host, int port) {
        return hosted.filter(url -> WebUrl.host(url).equals(host) && WebUrl.port(url) == port)
                .isPresent();
    }

    boolean contains(int port, InetAddress address) {
        return ports.contains(port) && ofThisMachine(address);
    }

    private static boolean ofThisMachine(InetAddress address) {
        try {
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException _) {
            return true;
        }
    }
}
