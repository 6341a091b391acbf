package io.quittance.bootstrap.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line between a gateway and its database; it can be cut, and mended at the same address. */
final class Forwarder implements AutoCloseable {
    private final InetSocketAddress target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int port;
    private ServerSocket listener;
    private volatile boolean silent;

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
        Thread.ofVirtual().start(() -> pump(near, far));
        Thread.ofVirtual().start(() -> pump(far, near));
        // One that came while the line was cut was not among those that were closed.
        if (from.isClosed()) {
            close(near, far);
        }
    }

    private void pump(Socket from, Socket to) {
        try {
            byte[] some = new byte[8192];
            for (int read = from.getInputStream().read(some);
                    read >= 0;
                    read = from.getInputStream().read(some)) {
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
