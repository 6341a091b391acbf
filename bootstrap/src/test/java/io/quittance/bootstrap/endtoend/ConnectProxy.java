package io.quittance.bootstrap.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy that opens ways, wherever to on this machine. */
final class ConnectProxy implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> asked = new CopyOnWriteArrayList<>();

    ConnectProxy() throws IOException {
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The first lines of what it was asked. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Thread.startVirtualThread(() -> serve(client));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private void serve(Socket client) {
        try (client) {
            // TLS begins only after the answer, so nothing behind the head is read too early.
            var head = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            String line = head.readLine();
            asked.add(line);
            while (!head.readLine().isEmpty()) {
                // What else the head says does not matter.
            }
            int port = Integer.parseInt(line.split(" ")[1].replaceFirst(".*:", ""));
            try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
                client.getOutputStream().write("HTTP/1.1 200 Go On\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                Thread back = Thread.startVirtualThread(() -> copy(target, client));
                copy(client, target);
                back.join();
            }
        } catch (IOException | RuntimeException _) {
            // One of both sides went away.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException _) {
            // Gone.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
