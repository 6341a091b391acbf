package io.quittance.bootstrap.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Clients that ask once, are answered, and stay connected without a word; from several addresses of this machine. */
final class IdleClients implements AutoCloseable {
    /** So many come from one address. */
    static final int OF_ONE_ADDRESS = 1_000;

    private static final byte[] QUESTION =
            "GET /nowhere HTTP/1.1\r\nHost: here\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final List<Socket> sockets = new ArrayList<>();

    IdleClients(int many, int port) throws IOException {
        for (int i = 0; i < many; i++) {
            Socket socket = new Socket();
            sockets.add(socket);
            // On Linux, any address that begins with 127 is this machine.
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.1." + (1 + i / OF_ONE_ADDRESS)), 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream().write(QUESTION);
            if (socket.getInputStream().read() != 'H') {
                throw new IOException("client " + i + " was not answered");
            }
        }
    }

    /** How many the other side has ended meanwhile. */
    long ended() throws IOException {
        long ended = 0;
        for (Socket socket : sockets) {
            ended += ended(socket) ? 1 : 0;
        }
        return ended;
    }

    private static boolean ended(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        in.skipNBytes(in.available());
        socket.setSoTimeout(1);
        try {
            return in.read() < 0;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
