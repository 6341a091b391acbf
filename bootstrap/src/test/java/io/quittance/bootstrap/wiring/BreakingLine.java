package io.quittance.bootstrap.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The line to a database: it breaks once, with all connections on it, when so many packets have gone to the database. */
final class BreakingLine implements AutoCloseable {
    private static final int PACKET = 1 << 16;

    private final int target;
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger packets = new AtomicInteger();
    private volatile int breaksAt = -1;

    /** @param target a port of this machine */
    BreakingLine(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** How many have gone to the database. */
    int packets() {
        return packets.get();
    }

    void breakAfter(int more) {
        breaksAt = packets.get() + more;
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = listener.accept();
                Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(caller);
                open.add(database);
                Thread.ofVirtual().start(() -> pass(caller, database, true));
                Thread.ofVirtual().start(() -> pass(database, caller, false));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private void pass(Socket from, Socket to, boolean asks) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] packet = new byte[PACKET];
            for (int read = in.read(packet); read >= 0; read = in.read(packet)) {
                if (asks && packets.incrementAndGet() == breaksAt) {
                    closeAll();
                }
                out.write(packet, 0, read);
            }
        } catch (IOException _) {
            // Both ends are closed.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void closeAll() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        closeAll();
    }
}
