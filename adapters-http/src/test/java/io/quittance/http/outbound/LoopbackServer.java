package io.quittance.http.outbound;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/** A server on the loopback that does exactly what a test tells it to, byte by byte, and remembers what it was sent. */
public final class LoopbackServer implements AutoCloseable {
    /** For tests that are not about time, on a machine that may be busy. */
    public static final PostLimits PATIENT =
            new PostLimits(Duration.ofSeconds(20), Duration.ofSeconds(40), 65_536, Duration.ofSeconds(20), 32, 64);

    private final ServerSocket listening;
    private final Script script;
    private final Thread accepting;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Received> arriving = new LinkedBlockingQueue<>();

    /** A request as it came in. */
    public record Received(String head, byte[] body) {
        public String line() {
            return head.lines().findFirst().orElseThrow();
        }

        public Optional<String> header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** What is done with one connection; it is closed when this returns. */
    @FunctionalInterface
    public interface Script {
        void play(Talk talk) throws IOException, InterruptedException;
    }

    private LoopbackServer(ServerSocketFactory sockets, Script script) {
        this.script = script;
        try {
            this.listening = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.accepting = Thread.startVirtualThread(this::accept);
    }

    public static LoopbackServer playing(Script script) {
        return new LoopbackServer(ServerSocketFactory.getDefault(), script);
    }

    /** One that listens so. */
    public static LoopbackServer on(ServerSocketFactory sockets, Script script) {
        return new LoopbackServer(sockets, script);
    }

    /** One that speaks TLS. */
    public static LoopbackServer playing(SSLContext tls, Script script) {
        return new LoopbackServer(tls.getServerSocketFactory(), script);
    }

    /** Answers every request of every connection alike. */
    public static LoopbackServer answering(String answer) {
        return replying(_ -> answer);
    }

    /** Answers every request with what is made of it. */
    public static LoopbackServer replying(Function<Received, String> reply) {
        return playing(talk -> {
            Optional<Received> request = talk.request();
            while (request.isPresent()) {
                talk.write(reply.apply(request.get()));
                request = talk.request();
            }
        });
    }

    /** A whole answer with its length. */
    public static String http(String status, String headers, String body) {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    public static String ok(String body) {
        return http("200 OK", "Content-Type: application/json\r\n", body);
    }

    /** @param characters of all lines of its head; the headers are in order, and none is long */
    static String withHead(int characters) {
        StringBuilder headers = new StringBuilder("x-first: first\r\n");
        int left = characters - "HTTP/1.1 200 OKx-first: firstx-last: lastContent-Length: 2".length();
        for (int i = 10; left > 0; i++) {
            int value = Math.clamp(left - "x-10: ".length(), 0, 5000);
            headers.append("x-")
                    .append(i)
                    .append(": ")
                    .append("y".repeat(value))
                    .append("\r\n");
            left -= "x-10: ".length() + value;
        }
        return http("200 OK", headers + "x-last: last\r\n", "{}");
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public int port() {
        return listening.getLocalPort();
    }

    public int connections() {
        return connections.get();
    }

    /** All requests so far. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** The next request that nobody has waited for yet. */
    public Received next() throws InterruptedException {
        Received next = arriving.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no request within 10 s");
        }
        return next;
    }

    /** Whether nobody asks anything that nobody has waited for yet, for so long. */
    public boolean quietFor(Duration time) throws InterruptedException {
        return arriving.poll(time.toMillis(), TimeUnit.MILLISECONDS) == null;
    }

    /** Waits until no connection is open on this side. */
    public void awaitIdle() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!open.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("connections still open after 10 s: " + open.size());
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                if (listening.isClosed()) {
                    socket.close();
                    return;
                }
                connections.incrementAndGet();
                open.add(socket);
                Thread.startVirtualThread(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            script.play(new Talk(socket));
        } catch (IOException e) {
            // The other side went away, which is what many of these tests are about.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        try {
            // The port is only gone when nobody waits at it any more; until then one more client may get through.
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** One connection. */
    public final class Talk {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        private Talk(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
        }

        /** The next request; empty if the client has closed. */
        public Optional<Received> request() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    return Optional.empty();
                }
                head.write(next);
            }
            Received bare = new Received(head.toString(StandardCharsets.ISO_8859_1), new byte[0]);
            int length = bare.header("Content-Length").map(Integer::parseInt).orElse(0);
            Received whole = new Received(bare.head(), in.readNBytes(length));
            received.add(whole);
            arriving.add(whole);
            return Optional.of(whole);
        }

        public void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.UTF_8));
        }

        public void write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** Waits until the client closes the connection. */
        public void untilClosed() throws IOException {
            while (in.read() >= 0) {
                // What it sends meanwhile does not matter.
            }
        }

        /** All that the client still sends until it closes the connection, or cuts it off. */
        public byte[] rest() {
            ByteArrayOutputStream rest = new ByteArrayOutputStream();
            try {
                in.transferTo(rest);
            } catch (IOException e) {
                // Cut off: what came before counts.
            }
            return rest.toByteArray();
        }

        /** Lets some time pass between two bytes. */
        public void pause(long millis) throws InterruptedException {
            if (new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("nobody counts it down");
            }
        }

        /** Closes so that the other side gets a reset instead of an end. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
