package io.quittance.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The line between a gateway and its database; it can be cut, and mended at the same address. */
final class Forwarder implements AutoCloseable {
    private static final int COMMIT_PACKET = 11;

    private final InetSocketAddress target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int port;
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private ServerSocket listener;
    private volatile boolean silent;
    private volatile boolean losing;

    /** @param target a port of this machine */
    Forwarder(int target) throws IOException {
        this.target = new InetSocketAddress(InetAddress.getLoopbackAddress(), target);
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        port = listener.getLocalPort();
        accept(listener);
    }

    int port() {
        return port;
    }

    /** Closes the connections that there are, and refuses new ones. */
    void cut() throws IOException {
        listener.close();
        closeAll();
    }

    /** Swallows everything from now on, as a firewall does that forgot its connections: nobody hears of an end. */
    void silence() {
        silent = true;
    }

    /** From now on every other commit gets through to the database, and its answer does not get back: the line ends instead. */
    void loseCommits(boolean yes) {
        losing = yes;
    }

    /** How many commits' answers were lost. */
    int lostCommits() {
        return lost.get();
    }

    /** The port may be another's for a moment: connections of this machine take free ports, too. */
    void mend() {
        Await.until("port " + port + " again", Duration.ofSeconds(30), () -> {
            try {
                listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
                return true;
            } catch (IOException _) {
                return false;
            }
        });
        silent = false;
        accept(listener);
    }

    private void accept(ServerSocket from) {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    connect(from, from.accept());
                }
            } catch (IOException _) {
                // The line was cut.
            }
        });
    }

    private void connect(ServerSocket from, Socket near) throws IOException {
        Socket far = new Socket();
        open.add(near);
        open.add(far);
        try {
            far.connect(target);
        } catch (IOException _) {
            close(near, far);
            return;
        }
        AtomicBoolean doomed = new AtomicBoolean();
        Thread.ofVirtual()
                .start(() -> pump(near, far, (some, read) -> {
                    doomed.compareAndSet(false, losing && isCommit(some, read) && commits.incrementAndGet() % 2 == 1);
                    return true;
                }));
        Thread.ofVirtual()
                .start(() -> pump(far, near, (_, _) -> {
                    if (doomed.get()) {
                        lost.incrementAndGet();
                    }
                    return !doomed.get();
                }));
        // One that came while the line was cut was not among those that were closed.
        if (from.isClosed()) {
            close(near, far);
        }
    }

    /** Looks at what passes. */
    @FunctionalInterface
    private interface Toll {
        /** @return whether it, and whatever follows, may pass */
        boolean passes(byte[] some, int read);
    }

    /** A packet of that word and five bytes in front of it; nothing else of MySQL's protocol ends so. */
    private static boolean isCommit(byte[] some, int read) {
        return read == COMMIT_PACKET && new String(some, 5, read - 5, US_ASCII).equalsIgnoreCase("commit");
    }

    private void pump(Socket from, Socket to, Toll toll) {
        try {
            byte[] some = new byte[8192];
            for (int read = from.getInputStream().read(some);
                    read >= 0;
                    read = from.getInputStream().read(some)) {
                if (!toll.passes(some, read)) {
                    return;
                }
                if (!silent) {
                    to.getOutputStream().write(some, 0, read);
                }
            }
        } catch (IOException _) {
            // Whichever side ended it: both are closed.
        } finally {
            close(from, to);
        }
    }

    private void closeAll() {
        close(open.toArray(Socket[]::new));
    }

    private void close(Socket... sockets) {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                open.remove(socket);
            }
        }
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
