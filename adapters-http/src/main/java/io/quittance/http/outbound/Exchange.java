package io.quittance.http.outbound;

import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.WebUrl;
import io.quittance.http.outbound.Posted.Answered;
import io.quittance.http.terms.TlsTerms;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.Closer;

/** One message on one connection, and how far it got. */
final class Exchange {
    /** As PayerMax's pages write it. */
    private static final String CONTENT_TYPE = "application/json;charset=utf-8";

    private static final int PROXY_WANTS_LOGIN = 407;

    private final Letter letter;
    private final Optional<OutgoingProxy> relay;
    private final PostLimits limits;
    private final long start;
    private final HttpPost request;
    private final HttpHost target;
    private final HttpClientContext context = Connecting.until(() -> this.expired);
    private volatile boolean expired;
    private boolean withdrawn;
    private boolean begun;
    private boolean onKept;
    private long heardBefore;
    private boolean failed;
    private Optional<Integer> status = Optional.empty();

    /**
     * What is posted.
     *
     * @param terms of a connection that it goes by, where that has TLS
     * @param wanted asked directly before the first byte leaves
     */
    record Letter(URI url, Bytes body, Headers headers, TlsTerms terms, BooleanSupplier wanted) {}

    /**
     * @param relay the proxy that is told whom the request is for, where it reads it
     * @param start of the post, of which this may be the second exchange; by the clock of {@link System#nanoTime}
     */
    Exchange(Letter letter, Optional<OutgoingProxy> relay, PostLimits limits, long start) {
        this.letter = letter;
        this.relay = relay;
        this.limits = limits;
        this.start = start;
        target = new HttpHost(letter.url().getScheme(), WebUrl.host(letter.url()), WebUrl.port(letter.url()));
        request = new HttpPost(letter.url());
        request.setHeader("Content-Type", CONTENT_TYPE);
        // Some pack all the same: see Content.
        request.setHeader("Accept-Encoding", "identity");
        letter.headers().all().forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
        OnTerms.set(context, letter.terms());
        relay.ifPresent(proxy -> {
            AbsoluteForm.wanted(context);
            proxy.login().ifPresent(login -> request.setHeader("Proxy-Authorization", login.header()));
        });
        request.setEntity(new AskedBody(letter.body().toArray(), this::goes));
    }

    /** The same message once more, in what is left of the time. */
    Exchange anew() {
        return new Exchange(letter, relay, limits, start);
    }

    Posted run(CloseableHttpClient client) {
        try {
            ClassicHttpResponse response = client.executeOpen(target, request, context);
            try {
                status = Optional.of(response.getCode());
                return answered(response);
            } finally {
                Closer.closeQuietly(response);
            }
        } catch (IOException e) {
            return failed(e);
        } catch (Connecting.Over _) {
            return new Posted.NotConnected(late(), true, took());
        }
    }

    /** The time until it has to be over. */
    Duration left() {
        return limits.exchange().minusNanos(System.nanoTime() - start);
    }

    /** Runs on the alarm's thread, which must not wait for a socket to close. */
    void expire() {
        expired = true;
        Thread.startVirtualThread(request::cancel);
    }

    /**
     * Whether it failed on a connection kept from an earlier exchange that died before a byte of an answer came. Most
     * often the other side had closed it while it was idle, and has read nothing of this; it may have, though.
     */
    boolean diedOnKept() {
        return failed
                && onKept
                && begun
                && !expired
                && status.isEmpty()
                && context.getEndpointDetails().getReceivedBytesCount() == heardBefore;
    }

    /** Asked when the connection stands, the head is in its buffer, and nothing has left. */
    private boolean goes() {
        EndpointDetails connection = context.getEndpointDetails();
        onKept = connection.getRequestCount() > 1;
        heardBefore = connection.getReceivedBytesCount();
        if (left().isNegative()) {
            // Whoever stood still for so long has been given up, and another may have taken over.
            expired = true;
        } else {
            begun = letter.wanted().getAsBoolean();
            withdrawn = !begun;
        }
        if (!begun) {
            request.cancel();
        }
        return begun;
    }

    private Posted answered(ClassicHttpResponse response) throws IOException {
        if (relay.isPresent() && response.getCode() == PROXY_WANTS_LOGIN) {
            // It has passed nothing on.
            request.cancel();
            return new Posted.NotConnected(ProxiedSockets.unknownToIt(relay.get()), false, took());
        }
        Headers headers = headers(response);
        HttpEntity entity = response.getEntity();
        int most = Content.bytesToRead(limits.answerBytes());
        byte[] read = entity == null ? new byte[0] : entity.getContent().readNBytes(most);
        if (read.length == most) {
            // Closing the response alone would read on to its end.
            request.cancel();
        }
        Content content = Content.of(read, headers, limits.answerBytes());
        return new Answered(
                response.getCode(), headers, content.body(), content.flaw(), relay.map(OutgoingProxy::name), took());
    }

    private static Headers headers(ClassicHttpResponse response) {
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            String value = Objects.requireNonNullElse(header.getValue(), "");
            all.computeIfAbsent(header.getName(), _ -> new ArrayList<>()).add(value);
        }
        return Headers.received(all);
    }

    private Posted failed(IOException fault) {
        failed = !(fault instanceof InterruptedIOException);
        if (withdrawn) {
            return new Posted.Withdrawn(took());
        }
        if (fault instanceof ConnectionRequestTimeoutException) {
            return new Posted.Crowded("too many posts to that host at once", took());
        }
        if (fault instanceof TimedNames.Crowded) {
            return new Posted.Crowded("too many names are being looked up", took());
        }
        boolean late = expired || fault instanceof SocketTimeoutException;
        String why = expired ? late() : Faults.say(fault, limits, letter.terms(), begun);
        boolean unread =
                !begun || !onKept && status.isEmpty() && fault instanceof SSLException tls && TlsFaults.refusesUs(tls);
        return unread ? new Posted.NotConnected(why, late, took()) : new Posted.Broken(status, why, late, took());
    }

    private String late() {
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
