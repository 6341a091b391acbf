package io.quittance.http.live;

import io.quittance.domain.text.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A client that may say anything, as strangers do. */
public final class Client {
    public static final String CAPTURE = "/aggregate-pay/api/gateway/capture";
    public static final String CREATE_LINK = "/aggregate-pay/api/gateway/createPaybylink";
    public static final String QUERY_LINK = "/aggregate-pay/api/gateway/queryPaybylink";
    public static final String EXPIRE_LINK = "/aggregate-pay/api/gateway/expirePaybylink";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int port;
    private final HttpClient http;

    public Client(LiveGateway gateway) {
        this.port = gateway.port();
        this.http = HTTP;
    }

    /** One that calls from another address of this machine, as 127.0.0.2. */
    public Client(LiveGateway gateway, String from) {
        this.port = gateway.port();
        this.http = HttpClient.newBuilder()
                .localAddress(InetAddress.ofLiteral(from))
                .build();
    }

    /** A POST with these {@code sign} headers. */
    public Answer post(String path, byte[] body, List<String> signs) {
        return post(path, body, "sign", signs);
    }

    /** A POST with these headers of one name. */
    public Answer post(String path, byte[] body, String name, List<String> values) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        values.forEach(value -> request.header(name, value));
        return send(request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build());
    }

    public Answer method(String method, String path) {
        return send(request(path)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE);
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type"),
                    response.headers().firstValue("sign"),
                    Bytes.of(response.body()));
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Writes head and then a body that never ends, until the server has had enough.
     *
     * @param piece sent again and again, at most 100 MB in all
     * @return what was answered, and how much was sent until then
     */
    public Flood flood(String head, byte[] piece) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            long sent = pour(out, piece);
            return new Flood(readAll(socket.getInputStream()), sent);
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        }
    }

    /** @param answer status line, headers and body as text */
    public record Flood(String answer, long sent) {}

    private static long pour(OutputStream out, byte[] piece) {
        long sent = 0;
        try {
            while (sent < 100_000_000) {
                out.write(piece);
                sent += piece.length;
            }
            out.flush();
        } catch (IOException _) {
            // The server closed the connection: it has said what it had to say.
            return sent;
        }
        return sent;
    }

    private static String readAll(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[4096];
        for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
            answer.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
            if (answer.toString().contains("\r\n\r\n{") && answer.toString().endsWith("}")) {
                break;
            }
        }
        return answer.toString();
    }

    /** Head and body as they are, to the byte. */
    public String raw(String head, byte[] body) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            return readAll(socket.getInputStream());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        }
    }
}
