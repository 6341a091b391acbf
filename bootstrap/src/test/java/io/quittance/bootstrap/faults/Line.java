package io.quittance.bootstrap.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A TCP line between two parties that can be spoilt in every way that lines are, and mended at the same address. */
final class Line implements AutoCloseable {
    private static final int BACKLOG = 256;
    private static final int CHUNK = 16_384;

    /** A packet of MySQL's protocol that holds this word and its few bytes in front is no more than that. */
    private static final int SHORT_PACKET = 24;

    private final InetSocketAddress target;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger commitsToLose = new AtomicInteger();
    private final AtomicInteger lostCommits = new AtomicInteger();
    private volatile State state = new State(false, false, Duration.ZERO);

    /**
     * @param refusing whether new connections are closed at once
     * @param swallowing whether bytes vanish on the way
     * @param delay of each piece of an answer
     */
    private record State(boolean refusing, boolean swallowing, Duration delay) {}

    /** @param target a port of this machine */
    Line(int target) throws IOException {
        this.target = new InetSocketAddress(InetAddress.getLoopbackAddress(), target);
        listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Ends what is open, and every new connection at once. */
    void cut() {
        state = new State(true, false, Duration.ZERO);
        endAll(false);
    }

    /** Ends what is open without a farewell; what comes then, works. */
    void reset() {
        endAll(true);
    }

    /** Swallows everything from now on: nobody hears of an end. */
    void swallow() {
        state = new State(false, true, Duration.ZERO);
    }

    void delay(Duration each) {
        state = new State(false, false, each);
    }

    /** Lets the next commits through to the database and their answers not back: the connection ends instead. */
    void loseCommits(int many) {
        commitsToLose.set(many);
    }

    /** How many commits' answers were lost. */
    int lostCommits() {
        return lostCommits.get();
    }

    /** As good as new; what was swallowed does not come back, so connections that lost bytes end. */
    void mend() {
        boolean swallowed = state.swallowing();
        state = new State(false, false, Duration.ZERO);
        commitsToLose.set(0);
        if (swallowed) {
            endAll(true);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket near = listener.accept();
                Thread.ofVirtual().start(() -> connect(near));
            }
        } catch (IOException _) {
            // The run is over.
        }
    }

    private void connect(Socket near) {
        Socket far = new Socket();
        open.add(near);
        open.add(far);
        try {
            if (!state.refusing()) {
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                far.connect(target);
                AtomicInteger doomed = new AtomicInteger();
                Thread.ofVirtual().start(() -> pump(near, far, true, doomed));
                pump(far, near, false, doomed);
            }
        } catch (IOException _) {
            // Nobody is there: as without a line in between.
        } finally {
            end(near, false);
            end(far, false);
        }
    }

    /** @param doomed one, once the answer that comes next is not to arrive */
    private void pump(Socket from, Socket to, boolean request, AtomicInteger doomed) {
        try {
            byte[] some = new byte[CHUNK];
            for (int read = from.getInputStream().read(some);
                    read >= 0;
                    read = from.getInputStream().read(some)) {
                if (request && commits(some, read)) {
                    doomed.set(1);
                } else if (!request && doomed.get() == 1) {
                    lostCommits.incrementAndGet();
                    end(to, true);
                    end(from, true);
                    return;
                }
                State now = state;
                if (!request && now.delay().isPositive()) {
                    LockSupport.parkNanos(now.delay().toNanos());
                }
                if (!now.swallowing()) {
                    to.getOutputStream().write(some, 0, read);
                }
            }
        } catch (IOException _) {
            // Whichever side ended it: both are ended.
        } finally {
            end(from, false);
            end(to, false);
        }
    }

    private boolean commits(byte[] some, int read) {
        return commitsToLose.get() > 0
                && read <= SHORT_PACKET
                && new String(some, 0, read, ISO_8859_1)
                        .toLowerCase(Locale.ROOT)
                        .endsWith("commit")
                && commitsToLose.getAndDecrement() > 0;
    }

    private void endAll(boolean abruptly) {
        open.forEach(socket -> end(socket, abruptly));
    }

    private void end(Socket socket, boolean abruptly) {
        open.remove(socket);
        try {
            if (abruptly && !socket.isClosed()) {
                socket.setSoLinger(true, 0);
            }
            socket.close();
        } catch (IOException _) {
            // It is gone already.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        endAll(false);
    }
}
