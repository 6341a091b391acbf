package io.quittance.http.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy (RFC 9110, 9112): opens ways, passes on what names its target itself, and calls all of them on this machine. */
public final class SmallProxy implements AutoCloseable {
    private final ServerSocket listening;
    private final Thread accepting;
    private final Optional<String> login;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** @param login the value of Proxy-Authorization that it wants, if it wants one */
    public SmallProxy(Optional<String> login) {
        this.login = login;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting = Thread.startVirtualThread(this::accept);
    }

    public static SmallProxy open() {
        return new SmallProxy(Optional.empty());
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** The heads of all requests so far. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    /** Their first lines. */
    public List<String> lines() {
        return heads.stream().map(head -> head.lines().findFirst().orElse("")).toList();
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
        open.add(client);
        try (client) {
            Optional<String> head = head(client.getInputStream());
            while (head.isPresent() && answer(client, head.get())) {
                head = head(client.getInputStream());
            }
        } catch (IOException _) {
            // One of both sides went away.
        } finally {
            open.remove(client);
        }
    }

    private boolean answer(Socket client, String head) throws IOException {
        heads.add(head);
        String[] line = head.lines().findFirst().orElseThrow().split(" ");
        boolean known = login.map(wanted -> head.contains("\r\nProxy-Authorization: " + wanted + "\r\n"))
                .orElse(true);
        if (!known) {
            say(client, "HTTP/1.1 407 Who Are You\r\nContent-Length: 0\r\n\r\n");
            return true;
        }
        if (line[0].equals("CONNECT")) {
            tunnel(client, Integer.parseInt(line[1].substring(line[1].lastIndexOf(':') + 1)));
            return false;
        }
        return passOn(client, head, URI.create(line[1]));
    }

    private void tunnel(Socket client, int port) throws IOException {
        try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
            open.add(target);
            say(client, "HTTP/1.1 200 Go On\r\nx-proxy: small\r\n\r\n");
            Thread back = Thread.startVirtualThread(() -> copy(target, client));
            copy(client, target);
            back.join();
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

    /** One connection for each request, and the answer as it comes. */
    private static boolean passOn(Socket client, String head, URI target) throws IOException {
        int length = head.lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToInt(line -> Integer.parseInt(line.substring("Content-Length: ".length())))
                .findFirst()
                .orElse(0);
        byte[] body = client.getInputStream().readNBytes(length);
        try (Socket far = new Socket(InetAddress.getLoopbackAddress(), target.getPort())) {
            OutputStream out = far.getOutputStream();
            String mine = head.replaceFirst("http://[^/]+", "")
                    .replaceFirst("(?m)^Proxy-Authorization: .*\r\n", "")
                    .replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n");
            out.write(mine.getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            String answered = head(far.getInputStream()).orElseThrow();
            say(client, answered);
            int size = answered.lines()
                    .filter(line -> line.startsWith("Content-Length: "))
                    .mapToInt(line -> Integer.parseInt(line.substring("Content-Length: ".length())))
                    .findFirst()
                    .orElse(0);
            client.getOutputStream().write(far.getInputStream().readNBytes(size));
        } catch (ConnectException _) {
            say(client, "HTTP/1.1 502 Nobody There\r\nContent-Length: 0\r\n\r\n");
        }
        return true;
    }

    private static void say(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        client.getOutputStream().flush();
    }

    private static Optional<String> head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return Optional.empty();
            }
            head.write(next);
        }
        return Optional.of(head.toString(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        listening.close();
        try {
            // The port is only gone when nobody waits at it any more.
            accepting.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        for (Socket socket : open) {
            socket.close();
        }
    }
}
