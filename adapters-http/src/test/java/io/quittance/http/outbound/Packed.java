package io.quittance.http.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Answers of servers that pack whatever they send. */
public final class Packed {
    private Packed() {}

    /** A whole answer. @param headers each with its end of line */
    public static byte[] gzip(String headers, String body) {
        return as("gzip", headers, gzip(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** A whole answer with that body, whatever it says of it. */
    static byte[] as(String coding, String headers, byte[] body) {
        String head = "HTTP/1.1 200 OK\r\n" + headers + "Content-Encoding: " + coding + "\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        whole.writeBytes(body);
        return whole.toByteArray();
    }

    static byte[] gzip(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Gives every request of every connection that answer. */
    public static LoopbackServer answering(byte[] answer) {
        return LoopbackServer.playing(talk -> {
            while (talk.request().isPresent()) {
                talk.write(answer);
            }
        });
    }
}
