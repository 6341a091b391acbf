package io.quittance.bootstrap.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;

/** One signed post over a connection of its own, as the client and upstream make them. */
final class Post {
    /** An instance may be stopped for twenty seconds: whoever waits asks another one. */
    private static final int PATIENCE_MILLIS = 13_000;

    private Post() {}

    /** @param body as it came, to the byte */
    record Answered(int status, String sign, byte[] body) {
        String text() {
            return new String(body, UTF_8);
        }
    }

    /** @throws IOException if there is no whole answer: nobody knows whether it arrived */
    static Answered send(int port, String path, byte[] body, String sign) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            String head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n"
                    + "Content-Type: application/json\r\nsign: " + sign + "\r\nContent-Length: " + body.length
                    + "\r\n\r\n";
            byte[] all = Arrays.copyOf(head.getBytes(ISO_8859_1), head.length() + body.length);
            System.arraycopy(body, 0, all, head.length(), body.length);
            socket.getOutputStream().write(all);
            return read(socket.getInputStream().readAllBytes());
        }
    }

    private static Answered read(byte[] all) throws IOException {
        String text = new String(all, ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("no whole answer");
        }
        String[] lines = text.substring(0, end).split("\r\n");
        byte[] body = Arrays.copyOfRange(all, end + "\r\n\r\n".length(), all.length);
        if (body.length < Integer.parseInt(header(lines, "content-length"))) {
            throw new IOException("half an answer");
        }
        return new Answered(Integer.parseInt(lines[0].split(" ")[1]), header(lines, "sign"), body);
    }

    private static String header(String[] lines, String name) {
        for (String line : lines) {
            if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                return line.substring(name.length() + 1).strip();
            }
        }
        return name.equals("content-length") ? "0" : "";
    }
}
