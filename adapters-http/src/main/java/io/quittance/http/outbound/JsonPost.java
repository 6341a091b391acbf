package io.quittance.http.outbound;

import io.quittance.domain.text.Bytes;
import io.quittance.http.outbound.Posted.Answered;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.io.Closer;

/**
 * Posts JSON and reads the answer, on the caller's thread, which had better be virtual. It follows no redirect,
 * repeats nothing by itself, keeps no cookie, and unpacks nothing: what is sent twice is our decision, and an answer
 * costs at most {@link PostLimits#answerBytes} of memory, and {@link #MOST_OF_HEAD} for its headers.
 *
 * <p>An alarm cuts the exchange off at {@link PostLimits#exchange}, even while single bytes keep dripping in.
 *
 * <p>Give each purpose its own: they share nothing but their limits, so merchants whose endpoints hang cannot take the
 * connections to upstream away.
 */
public final class JsonPost implements AutoCloseable {
    /** As PayerMax's pages write it. */
    private static final String CONTENT_TYPE = "application/json;charset=utf-8";

    /** Characters of an answer's headers, names and values; what has more is no answer of a payments service. */
    static final int MOST_OF_HEAD = 32 * 1024;

    private final PostLimits limits;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor alarms;

    /** @param version our own, for the user agent */
    public JsonPost(PostLimits limits, String version) {
        this(limits, version, TimedNames.system(limits.connect()));
    }

    /** @param names where names are looked up; also the place to refuse addresses */
    public JsonPost(PostLimits limits, String version, DnsResolver names) {
        this.limits = limits;
        this.client = PlainClient.of(limits, "Quittance/" + version, names);
        this.alarms = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("post alarms").factory());
        this.alarms.setRemoveOnCancelPolicy(true);
    }

    /** Posts once. Never throws for what the network or the other side does. */
    public Posted post(URI url, Bytes body, Headers headers) {
        return post(url, body, headers, () -> true);
    }

    /**
     * The same, if it is still wanted when the connection stands.
     *
     * @param wanted asked directly before the first byte leaves; must be quick, as what it says is out of date at once
     */
    public Posted post(URI url, Bytes body, Headers headers, BooleanSupplier wanted) {
        Optional<String> fault = Address.fault(url);
        if (fault.isPresent()) {
            return new Posted.NotConnected(fault.get(), false, Duration.ZERO);
        }
        Exchange exchange = new Exchange(url, body, headers, wanted);
        Future<?> alarm = alarms.schedule(exchange::expire, limits.exchange().toNanos(), TimeUnit.NANOSECONDS);
        try {
            return exchange.run();
        } catch (IOException e) {
            return exchange.failed(e);
        } finally {
            alarm.cancel(false);
        }
    }

    /** Waits for nothing: what is in flight breaks. */
    @Override
    public void close() {
        alarms.shutdownNow();
        Closer.closeQuietly(client);
    }

    /** One post, and how far it got. */
    private final class Exchange {
        private final long start = System.nanoTime();
        private final HttpPost request;
        private final HttpHost target;
        private final HttpClientContext context = HttpClientContext.create();
        private volatile boolean expired;
        private boolean withdrawn;
        private Optional<Integer> status = Optional.empty();

        Exchange(URI url, Bytes body, Headers headers, BooleanSupplier wanted) {
            target = Address.host(url);
            request = new HttpPost(url);
            request.setHeader("Content-Type", CONTENT_TYPE);
            headers.all().forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
            request.setEntity(new AskedBody(body.toArray(), wanted, this::withdraw));
        }

        /** Cuts the connection: closing it in peace would send the head, which is still in our memory. */
        private void withdraw() {
            withdrawn = true;
            request.cancel();
        }

        Posted run() throws IOException {
            ClassicHttpResponse response = client.executeOpen(target, request, context);
            try {
                status = Optional.of(response.getCode());
                return answered(response);
            } finally {
                Closer.closeQuietly(response);
            }
        }

        private Posted answered(ClassicHttpResponse response) throws IOException {
            Headers headers = headers(response);
            HttpEntity entity = response.getEntity();
            byte[] read = entity == null ? new byte[0] : entity.getContent().readNBytes(limits.answerBytes() + 1);
            boolean cut = read.length > limits.answerBytes();
            if (cut) {
                // Closing the response alone would read on to its end.
                request.cancel();
                read = Arrays.copyOf(read, limits.answerBytes());
            }
            return new Answered(response.getCode(), headers, Bytes.of(read), cut, took());
        }

        /** All or none: of a part nobody could tell whether a name came once. */
        private Headers headers(ClassicHttpResponse response) throws MessageConstraintException {
            Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            int size = 0;
            for (Header header : response.getHeaders()) {
                String value = Objects.requireNonNullElse(header.getValue(), "");
                size += header.getName().length() + value.length();
                all.computeIfAbsent(header.getName(), _ -> new ArrayList<>()).add(value);
            }
            if (size > MOST_OF_HEAD) {
                // Closing the response alone would read on to its end.
                request.cancel();
                throw new MessageConstraintException("headers of " + size + " characters");
            }
            return Headers.received(all);
        }

        /** Runs on the alarm's thread, which must not wait for a socket to close. */
        void expire() {
            expired = true;
            Thread.startVirtualThread(request::cancel);
        }

        Posted failed(IOException fault) {
            if (withdrawn) {
                return new Posted.Withdrawn(took());
            }
            if (fault instanceof ConnectionRequestTimeoutException) {
                return new Posted.Crowded("too many posts to that host at once", took());
            }
            boolean begun = PlainClient.begun(context);
            boolean late = expired || fault instanceof SocketTimeoutException;
            String why = expired ? late(begun) : Faults.say(fault, limits, begun);
            return begun ? new Posted.Broken(status, why, late, took()) : new Posted.NotConnected(why, late, took());
        }

        private String late(boolean begun) {
            String limit = PostLimits.say(limits.exchange());
            if (!begun) {
                return "no connection within " + limit;
            }
            return status.isEmpty() ? "no answer within " + limit : "no end of the answer within " + limit;
        }

        private Duration took() {
            return Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
    }
}
