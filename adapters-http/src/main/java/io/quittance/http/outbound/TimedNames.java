package io.quittance.http.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks names up within a time limit. The system's look-up has none, cannot be interrupted, and would hold the carrier
 * of a virtual thread; so each runs on a thread of its own, which is left behind if the name service is silent. Whoever
 * wants a name that is being looked up waits for the same answer, so there is one thread for a name.
 */
final class TimedNames implements DnsResolver {
    /** Names looked up at a time; each is a thread, while the name service is silent for as long as the system's patience. */
    static final int MOST = 128;

    private final DnsResolver names;
    private final Duration limit;
    private final ConcurrentMap<String, FutureTask<InetAddress[]>> underWay = new ConcurrentHashMap<>();

    /** So many names are being looked up that we do not begin with another. */
    static final class Crowded extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Crowded(String host) {
            super(host + ": too many names are being looked up");
        }
    }

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
        FutureTask<InetAddress[]> lookup = underWay.get(host);
        if (lookup == null) {
            if (underWay.size() >= MOST) {
                throw new Crowded(host);
            }
            lookup = underWay.computeIfAbsent(host, this::begin);
        }
        try {
            return lookup.get(limit.toMillis(), TimeUnit.MILLISECONDS).clone();
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

    private FutureTask<InetAddress[]> begin(String host) {
        FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> names.resolve(host)) {
            @Override
            protected void done() {
                // Once known it is the system's to keep, which does so for as long as it may.
                underWay.remove(host, this);
            }
        };
        Thread.ofPlatform().daemon().name("name of " + host).start(lookup);
        return lookup;
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
