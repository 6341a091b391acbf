package io.quittance.http.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection on which any bytes are sent, in as many pieces, and which may end anywhere. */
public final class Line implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Socket socket;

    public Line(LiveGateway gateway) {
        try {
            socket = new Socket("127.0.0.1", gateway.port());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.setTcpNoDelay(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Line says(String text) {
        return says(text.getBytes(StandardCharsets.UTF_8));
    }

    public Line says(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that nothing more will come, and goes on listening. */
    public Line ends() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What comes until the other side closes. @throws AssertionError if it does not within a minute */
    public String hears() {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(heard);
        } catch (SocketException _) {
            // Reset, which is closed as well.
            return heard.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("not closed; until now came: " + heard.toString(StandardCharsets.UTF_8), e);
        }
        return heard.toString(StandardCharsets.UTF_8);
    }

    /** What comes until a text is among it. */
    public String hearsUntil(String text) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            while (!heard.toString(StandardCharsets.UTF_8).contains(text)) {
                int one = socket.getInputStream().read();
                if (one < 0) {
                    throw new AssertionError("closed after: " + heard.toString(StandardCharsets.UTF_8));
                }
                heard.write(one);
            }
        } catch (IOException e) {
            throw new AssertionError("silent after: " + heard.toString(StandardCharsets.UTF_8), e);
        }
        return heard.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
