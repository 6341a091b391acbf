package io.quittance.bootstrap.management;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.Bytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A call of the management API")
class ManagementCallTest {
    @TempDir
    private Path data;

    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private ServerSocket server;
    private volatile String answer = "";

    @BeforeEach
    void listens() throws IOException {
        server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::serve);
    }

    @AfterEach
    void ends() throws IOException {
        server.close();
    }

    private void serve() {
        try {
            while (true) {
                try (Socket socket = server.accept()) {
                    byte[] part = new byte[8192];
                    StringBuilder all = new StringBuilder();
                    while (!all.toString().endsWith("{}")
                            && !all.toString().contains("Length: 0\r\nConnection: close\r\n\r\n")) {
                        int read = socket.getInputStream().read(part);
                        if (read < 0) {
                            break;
                        }
                        all.append(new String(part, 0, read, UTF_8));
                    }
                    asked.add(all.toString());
                    socket.getOutputStream().write(answer.getBytes(UTF_8));
                }
            }
        } catch (IOException _) {
            // The test is over.
        }
    }

    private ManagementCall call() {
        return new ManagementCall(URI.create("http://127.0.0.1:" + server.getLocalPort()), ManagementToken.open(data));
    }

    private byte[] send() {
        return call().send("PATCH", "/a?b=c", Bytes.utf8("{}"));
    }

    private String refused() {
        return assertThrows(Trouble.class, this::send).getMessage();
    }

    @Test
    void shows_the_token_and_brings_the_answer() {
        answer = "HTTP/1.1 200 OK\r\ncontent-length: 8\r\nx: y\r\n\r\n{\"ü\":1}";

        assertArrayEquals("{\"ü\":1}".getBytes(UTF_8), send());

        String request = asked.remove();
        assertTrue(request.startsWith("PATCH /a?b=c HTTP/1.1\r\n"), request);
        assertTrue(
                request.contains(
                        "\r\nAuthorization: " + ManagementToken.read(data).asHeader() + "\r\n"),
                request);
        assertTrue(request.contains("\r\nContent-Length: 2\r\n"), request);
    }

    @Test
    void says_what_the_service_says_is_wrong() {
        answer = "HTTP/1.1 400 Bad Request\r\n\r\n{\"error\":\"There is none.\"}";

        assertEquals("There is none.", refused());
    }

    @Test
    void names_both_ways_to_another_folder_where_the_token_is_unknown() {
        answer = "HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\n\r\n";

        assertTrue(refused().endsWith("by --data or QUITTANCE_DATA."), refused());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\ncontent-length: 3\r\n",
                "HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\ncontent-length: 99999999999999999999\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "220 mail.example ESMTP\r\n\r\n"
            })
    void takes_nothing_that_is_cut_off_or_another_s(String said) {
        answer = said;

        assertTrue(refused().endsWith(" does not answer."), refused());
    }

    @Test
    void tells_a_service_of_this_folder_from_all_else() throws IOException {
        answer = "HTTP/1.1 400 Bad Request\r\ncontent-length: 2\r\n\r\n{}";
        assertTrue(known());
        answer = "HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\n\r\n";
        assertFalse(known());
        answer = "220 mail.example ESMTP\r\n\r\n";
        assertFalse(known());
        server.close();
        assertFalse(known());
    }

    private boolean known() {
        return call().isKnown();
    }
}
