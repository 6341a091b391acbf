package io.quittance.http.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/** A name service that knows what a test tells it, the same for every name. */
public record MadeUpNames(Lookup lookup) implements DnsResolver {
    /** What it does when asked. */
    @FunctionalInterface
    public interface Lookup {
        InetAddress address() throws UnknownHostException;
    }

    /** Every name is this machine. */
    public static MadeUpNames loopback() {
        return new MadeUpNames(InetAddress::getLoopbackAddress);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return new InetAddress[] {lookup.address()};
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
