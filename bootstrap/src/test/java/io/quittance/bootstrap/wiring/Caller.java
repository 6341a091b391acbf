package io.quittance.bootstrap.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client that does as badly as it is told: it writes and reads bytes by itself. */
final class Caller implements AutoCloseable {
    /** Far more than any limit in these tests; who is still connected then was not cut. */
    private static final Duration FAR = Duration.ofSeconds(60);

    private static final Duration DRIP = Duration.ofMillis(50);

    private final Socket socket = new Socket();
    private final URI port;

    private Caller(URI port) {
        this.port = port;
    }

    static Caller at(URI port) throws IOException {
        return from("127.0.0.1", port);
    }

    /** On Linux, any address that begins with 127 is this machine. */
    static Caller from(String address, URI port) throws IOException {
        Caller caller = new Caller(port);
        caller.socket.setReceiveBufferSize(4_096);
        caller.socket.bind(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
        caller.socket.connect(new InetSocketAddress(port.getHost(), port.getPort()));
        return caller;
    }

    Caller writes(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    String asking(String path) {
        return asking(path, port.getAuthority());
    }

    private static String asking(String path, String host) {
        return "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
    }

    /** @return the beginning of the answer, empty if the connection was ended */
    String asks(String path) throws IOException {
        return asks(path, port.getAuthority());
    }

    /** The same, under any name. */
    String asks(String path, String host) throws IOException {
        return hears(asking(path, host));
    }

    /** The beginning of what is answered to that. */
    String hears(String said) throws IOException {
        try {
            writes(said);
            socket.setSoTimeout((int) FAR.toMillis());
            byte[] first = new byte[4_096];
            int read = socket.getInputStream().read(first);
            return read < 0 ? "" : new String(first, 0, read, StandardCharsets.US_ASCII);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return "";
        }
    }

    /** Writes a byte every now and then until the other side ends it. @return whether it did */
    boolean isCutWhileDripping() throws IOException {
        socket.setSoTimeout((int) DRIP.toMillis());
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < FAR.toNanos()) {
            try {
                writes("x");
                if (socket.getInputStream().read() < 0) {
                    return true;
                }
            } catch (SocketTimeoutException _) {
                // Still connected.
            } catch (IOException _) {
                return true;
            }
        }
        return false;
    }

    /** Does nothing until the other side ends it. @return whether it did */
    boolean isCutInSilence() throws IOException {
        socket.setSoTimeout((int) FAR.toMillis());
        InputStream in = socket.getInputStream();
        try {
            while (in.read() >= 0) {
                // An answer that came before.
            }
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    /**
     * Asks and asks and reads nothing, until the other side ends it. Each time at such length that one read of the other
     * side does not hold too many.
     */
    void asksWithoutReading(String path) {
        String asking = asking(path).replace("\r\n\r\n", "\r\nX-Long: " + "x".repeat(2_000) + "\r\n\r\n");
        try {
            while (true) {
                writes(asking);
            }
        } catch (IOException _) {
            // Reset, so the rest of the answers does not stay with the system.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
