package io.quittance.bootstrap.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The JDK's client: the product uses another. */
final class Http {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Http() {}

    static HttpResponse<byte[]> get(URI uri) throws IOException {
        return send(HttpRequest.newBuilder(uri).GET());
    }

    /** Asks the management API. */
    static HttpResponse<byte[]> ask(URI uri, String token) throws IOException {
        return send(HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .GET());
    }

    static HttpResponse<byte[]> post(URI uri, byte[] body, String sign) throws IOException {
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("sign", sign)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Tells the management API of an app. */
    static HttpResponse<byte[]> register(URI apps, String token, String form) throws IOException {
        return send(HttpRequest.newBuilder(apps)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** A form, as a browser sends it. */
    static HttpResponse<byte[]> submit(URI uri, String form) throws IOException {
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
        try {
            return CLIENT.send(
                    request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
