package io.quittance.bootstrap.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A port that speaks as much HTTP as the run needs, and may break it: servers that behave cannot reset or drip. */
final class Port implements AutoCloseable {
    private static final int BACKLOG = 512;

    private final ServerSocket listener;
    private final Play play;

    /** What happens on a request. */
    @FunctionalInterface
    interface Play {
        void answer(Request request, Reply reply) throws IOException, InterruptedException;
    }

    /** @param arrivedNanos when its last byte was here */
    record Request(String path, Map<String, String> headers, byte[] body, long arrivedNanos) {
        String sign() {
            return headers.getOrDefault("sign", "");
        }
    }

    /** The way back. */
    record Reply(Socket socket) {
        void send(int status, String more, byte[] body) throws IOException {
            write(head(status, more, body.length));
            write(body);
        }

        void json(int status, String more, String body) throws IOException {
            send(status, "Content-Type: application/json\r\n" + more, body.getBytes(UTF_8));
        }

        byte[] head(int status, String more, int length) {
            return ("HTTP/1.1 " + status + " Said\r\n" + more + "Content-Length: " + length + "\r\n\r\n")
                    .getBytes(ISO_8859_1);
        }

        void write(byte[] bytes) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        }

        /** Ends the connection without a farewell. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    Port(Play play) throws IOException {
        this.play = play;
        listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int number() {
        return listener.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException _) {
            // The run is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String first = line(in);
            while (!first.isEmpty() && !socket.isClosed()) {
                Map<String, String> headers = headers(in);
                int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
                byte[] body = in.readNBytes(length);
                if (body.length < length) {
                    return;
                }
                String[] words = first.split(" ");
                play.answer(new Request(words[1], headers, body, System.nanoTime()), new Reply(socket));
                first = socket.isClosed() ? "" : line(in);
            }
        } catch (IOException _) {
            // The other side went away, or was cut off: that is what the run is about.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    /** One line without its end; empty at the end of all. */
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
