package io.quittance.http.outbound;

import io.quittance.domain.text.Flaw;
import io.quittance.http.guard.Guard;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Gives away only addresses that the guard has judged, each that a name has; one that is refused refuses the name. What is
 * given is connected to as it is: nobody looks the name up again. Addresses that stand in a URL come through here as well.
 */
record GuardedNames(DnsResolver names, Guard guard) implements DnsResolver {
    /** That host may not be called. */
    static final class Refused extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Refused(Flaw why) {
            super(why.toString());
        }
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetAddress> found = List.of(names.resolve(host));
        for (InetAddress address : found) {
            Optional<Flaw> why = guard.flaw(host.toLowerCase(Locale.ROOT), port, address);
            if (why.isPresent()) {
                throw new Refused(why.get());
            }
        }
        return found.stream()
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    /** The library asks with the port; whoever else asks gets nothing that was not judged. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        throw new UnknownHostException(host + ": asked for without its port");
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }
}
