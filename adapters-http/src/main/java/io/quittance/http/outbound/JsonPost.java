package io.quittance.http.outbound;

import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.Flaw;
import io.quittance.http.guard.Guard;
import io.quittance.http.outbound.Exchange.Letter;
import io.quittance.http.terms.TlsTerms;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.Closer;

/**
 * Posts JSON and reads the answer, on the caller's thread, which had better be virtual. It follows no redirect,
 * repeats nothing unless told to, and keeps no cookie. An answer costs at most about twice {@link PostLimits#answerBytes} of
 * memory, however it is packed, and {@link #MOST_OF_HEAD} for its headers.
 *
 * <p>An alarm cuts the exchange off at {@link PostLimits#exchange}, even while single bytes keep dripping in.
 *
 * <p>Give each purpose its own: they share nothing but their limits, so merchants whose endpoints hang cannot take the
 * connections to upstream away.
 */
public final class JsonPost implements AutoCloseable {
    /** Characters of an answer's head; what has more is no answer of a payments service. */
    static final int MOST_OF_HEAD = 32 * 1024;

    private final PostLimits limits;
    private final GuardedNames names;
    private final CloseableHttpClient client;
    private final CloseableHttpClient fresh;
    private final ScheduledThreadPoolExecutor alarms;
    private final LongAdder crowded = new LongAdder();

    /** For addresses that the operator has set, wherever they lead. @param version our own, for the user agent */
    public JsonPost(PostLimits limits, String version) {
        this(limits, version, Guard.OPERATORS);
    }

    /** @param guard of where it posts; what it refuses is not connected to */
    public JsonPost(PostLimits limits, String version, Guard guard) {
        this(limits, version, guard, TimedNames.system(limits.connect()));
    }

    /** @param proxy that leads to whom is called, if one does */
    public JsonPost(PostLimits limits, String version, Guard guard, Optional<OutgoingProxy> proxy) {
        this(limits, version, guard, TimedNames.system(limits.connect()), proxy);
    }

    /** @param names where names are looked up */
    public JsonPost(PostLimits limits, String version, Guard guard, DnsResolver names) {
        this(limits, version, guard, names, Optional.empty());
    }

    JsonPost(PostLimits limits, String version, Guard guard, DnsResolver names, Optional<OutgoingProxy> proxy) {
        this(limits, version, new GuardedNames(names, guard, proxy), Optional.empty());
    }

    /** For {@link OwnPort our own port} over TLS, and nobody else. */
    public static JsonPost toOwnPort(PostLimits limits, String version) {
        return new JsonPost(
                limits,
                version,
                new GuardedNames(TimedNames.system(limits.connect()), Guard.OPERATORS, Optional.empty()),
                Optional.of(OwnPort.tls()));
    }

    private JsonPost(PostLimits limits, String version, GuardedNames names, Optional<SSLContext> own) {
        PlainClient plain = new PlainClient(limits, "Quittance/" + version, names, own);
        this.names = names;
        this.limits = limits;
        this.client = plain.keeping();
        this.fresh = plain.keepingNothing();
        this.alarms = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("post alarms").factory());
        this.alarms.setRemoveOnCancelPolicy(true);
    }

    /** Posts once, on the usual terms. Never throws for what the network or the other side does. */
    public Posted post(URI url, Bytes body, Headers headers) {
        return post(url, body, headers, TlsTerms.USUAL);
    }

    /** Posts once. Never throws for what the network or the other side does. @param terms without which nothing is sent there */
    public Posted post(URI url, Bytes body, Headers headers, TlsTerms terms) {
        return post(new Letter(url, body, headers, terms, () -> true), false);
    }

    /**
     * Posts what the other side may get twice, if it is still wanted when the connection stands. A kept connection that dies
     * before a byte of an answer is no answer of theirs: then the same goes out once more, on a fresh one.
     *
     * @param terms without which nothing is sent there
     * @param wanted asked directly before the first byte leaves, each time; must be quick, as what it says is out of date
     *     at once
     */
    public Posted tell(URI url, Bytes body, Headers headers, TlsTerms terms, BooleanSupplier wanted) {
        return post(new Letter(url, body, headers, terms, wanted), true);
    }

    private Posted post(Letter letter, boolean maybeTwice) {
        Optional<Flaw> flaw = names.guard().flaw(letter.url()).or(() -> unspoken(letter));
        if (flaw.isPresent()) {
            return new Posted.NotConnected(Faults.refused(flaw.get().toString()), false, Duration.ZERO);
        }
        Exchange first = new Exchange(letter, names.relay(letter.url()), limits, System.nanoTime());
        Posted posted = run(first, client);
        if (posted instanceof Posted.Crowded) {
            crowded.increment();
        }
        return maybeTwice && first.diedOnKept() ? again(first, posted) : posted;
    }

    /** Who has terms of its own is not told without them, whatever its address is by now. */
    private static Optional<Flaw> unspoken(Letter letter) {
        return letter.terms().isUsual() || "https".equalsIgnoreCase(letter.url().getScheme())
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "a CA or a client certificate is registered for it, and its address has no TLS",
                        "an address that begins with https://"));
    }

    /** If we have no connection for it, the first one counts: that was an attempt. */
    private Posted again(Exchange first, Posted posted) {
        Posted second = run(first.anew(), fresh);
        return second instanceof Posted.Crowded ? posted : second;
    }

    /** How often something was not sent, as too much was under way. */
    public long crowded() {
        return crowded.sum();
    }

    private Posted run(Exchange exchange, CloseableHttpClient through) {
        Future<?> alarm = alarms.schedule(exchange::expire, exchange.left().toNanos(), TimeUnit.NANOSECONDS);
        try {
            return exchange.run(through);
        } finally {
            alarm.cancel(false);
        }
    }

    /** Waits for nothing: what is in flight breaks. */
    @Override
    public void close() {
        alarms.shutdownNow();
        Closer.closeQuietly(client);
        Closer.closeQuietly(fresh);
    }
}
