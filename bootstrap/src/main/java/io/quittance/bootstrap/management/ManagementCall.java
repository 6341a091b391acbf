package io.quittance.bootstrap.management;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.Bytes;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks a running service over its management port. A connection for each question: a command has one or two. */
public final class ManagementCall {
    private static final Bytes NOTHING = Bytes.utf8("");

    /** Longer than an endpoint may take that is tested. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int CONNECTS_WITHIN_MILLIS = 2_000;
    private static final int UNAUTHORIZED = 401;

    private final URI management;
    private final ManagementToken token;

    public ManagementCall(URI management, ManagementToken token) {
        this.management = management;
        this.token = token;
    }

    /** Whether anybody listens there. */
    public static boolean answers(URI management) {
        try (Socket _ = connect(management)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /**
     * Whether a service is there that knows the token, so that it runs on the data folder that this is of.
     *
     * @throws Trouble if somebody listens and says nothing
     */
    public boolean isKnown() {
        try {
            return exchange("GET", BackupController.PATH, NOTHING).status() != UNAUTHORIZED;
        } catch (SocketTimeoutException e) {
            throw silent(e);
        } catch (IOException _) {
            return false;
        }
    }

    /** The path, asked about one app. */
    static String about(String path, String appId) {
        return asking(path, Map.of("appId", appId));
    }

    /** The path, with what is asked for. */
    static String asking(String path, Map<String, String> asked) {
        return asked.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", path + "?", ""));
    }

    /** @throws Trouble with the service's own sentence, or with why there is none */
    byte[] send(String method, String path, Bytes body) {
        try {
            PlainAnswer answer = exchange(method, path, body);
            return switch (answer.status()) {
                case 200 -> answer.body();
                case UNAUTHORIZED ->
                    throw new Trouble("The service at " + management + " does not know this data folder's token; name"
                            + " the folder that it runs with, by --data or QUITTANCE_DATA.");
                case 400, 413 -> throw new Trouble(ManagementJson.text(ManagementJson.object(answer.body()), "error"));
                default ->
                    throw new Trouble("The service at " + management + " answered with HTTP status " + answer.status()
                            + "; its log says more.");
            };
        } catch (IOException e) {
            throw silent(e);
        }
    }

    /** The same, without a body. */
    byte[] send(String method, String path) {
        return send(method, path, NOTHING);
    }

    private Trouble silent(IOException e) {
        return new Trouble("The service at " + management + " does not answer.", e);
    }

    private PlainAnswer exchange(String method, String path, Bytes body) throws IOException {
        try (Socket socket = connect(management)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            byte[] content = body.toArray();
            String head = method + " " + path + " HTTP/1.1\r\n"
                    + "Host: " + management.getAuthority() + "\r\n"
                    + "Authorization: " + token.asHeader() + "\r\n"
                    + "Content-Type: application/json\r\n"
                    + "Content-Length: " + content.length + "\r\n"
                    + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(content);
            return PlainAnswer.read(new BufferedInputStream(socket.getInputStream()));
        }
    }

    private static Socket connect(URI management) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(management.getHost(), management.getPort()), CONNECTS_WITHIN_MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
