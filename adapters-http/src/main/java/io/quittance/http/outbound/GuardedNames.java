package io.quittance.http.outbound;

import io.quittance.domain.text.Flaw;
import io.quittance.domain.text.WebUrl;
import io.quittance.http.guard.Guard;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.io.DetachedSocketFactory;

/**
 * Gives away only addresses that the guard has judged, each that a name has; one that is refused refuses the name. What is
 * given is connected to as it is: nobody looks the name up again. Addresses that stand in a URL come through here as well. What the
 * proxy leads to is asked of it by the address that was judged or, where none is to be judged, by its name.
 */
record GuardedNames(DnsResolver names, Guard guard, Optional<OutgoingProxy> proxy) implements DnsResolver {
    /** That host may not be called. */
    static final class Refused extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Refused(Flaw why) {
            super(why.toString());
        }
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        String name = host.toLowerCase(Locale.ROOT);
        Optional<OutgoingProxy> through = proxy.filter(one -> one.leadsTo(name));
        if (through.filter(one -> isForItToLookUp(one, name)).isPresent()) {
            return List.of(ByProxy.named(host, port));
        }
        List<InetAddress> found = List.of(names.resolve(host));
        for (InetAddress address : found) {
            Optional<Flaw> why = guard.flaw(name, port, address);
            if (why.isPresent()) {
                throw new Refused(why.get());
            }
        }
        return found.stream()
                .map(address ->
                        through.isPresent() ? ByProxy.judged(address, port) : new InetSocketAddress(address, port))
                .toList();
    }

    /** Whatever the proxy is called is the operator's word, and so looked up without being judged. */
    DetachedSocketFactory sockets() {
        return proxy.<DetachedSocketFactory>map(one -> new ProxiedSockets(one, names))
                .orElseGet(ProxiedSockets::direct);
    }

    /** The proxy that an exchange there is made with, as nothing on the way keeps it from reading what is said. */
    Optional<OutgoingProxy> relay(URI url) {
        return proxy.filter(one -> "http".equalsIgnoreCase(url.getScheme()) && one.leadsTo(WebUrl.host(url)));
    }

    private boolean isForItToLookUp(OutgoingProxy through, String name) {
        return !guard.judgesAddresses()
                || through.looksUp() && WebUrl.address(name).isEmpty();
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
