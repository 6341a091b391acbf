package io.quittance.http.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks names up within a time limit. The system's look-up has none, cannot be interrupted, and would hold the carrier
 * of a virtual thread; so each runs on a thread of its own, which is left behind if the name service is silent.
 */
final class TimedNames implements DnsResolver {
    private final DnsResolver names;
    private final Duration limit;

    TimedNames(DnsResolver names, Duration limit) {
        this.names = names;
        this.limit = limit;
    }

    /** The system's names. */
    static TimedNames system(Duration limit) {
        return new TimedNames(SystemDefaultDnsResolver.INSTANCE, limit);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> names.resolve(host));
        Thread.ofPlatform().daemon().name("name of " + host).start(lookup);
        try {
            return lookup.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw unknown(host, "the name service did not answer within " + PostLimits.say(limit), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnknownHostException unknown
                    ? unknown
                    : unknown(host, "the look-up failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host, "the look-up was interrupted", e);
        }
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private static UnknownHostException unknown(String host, String why, Throwable cause) {
        UnknownHostException unknown = new UnknownHostException(host + ": " + why);
        unknown.initCause(cause);
        return unknown;
    }
}
