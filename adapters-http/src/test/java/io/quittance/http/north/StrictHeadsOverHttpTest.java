package io.quittance.http.north;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Keys;
import io.quittance.http.live.Line;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.Snapshot;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed as they should be: what stands in between may read such a head otherwise than we do. */
@DisplayName("By its head, a request")
@TestInstance(Lifecycle.PER_CLASS)
class StrictHeadsOverHttpTest {
    private LiveGateway gateway;

    @BeforeAll
    void start() {
        gateway = new LiveGateway();
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    /** @return what was answered until the connection was closed by the gateway */
    private String answer(String request, String coding) {
        return answer(request, "POST", "HTTP/1.1", coding);
    }

    private String answer(String request, String method, String version, String coding) {
        byte[] body = Draft.request(request).bytes();
        try (Line line = new Line(gateway)) {
            return line.says(method + " " + Client.CAPTURE + " " + version + "\r\nHost: gateway\r\nsign: "
                            + Keys.sign(Keys.MERCHANT.getPrivate(), body) + "\r\n" + coding + "\r\n\r\n"
                            + Integer.toHexString(body.length) + "\r\n" + new String(body, StandardCharsets.UTF_8)
                            + "\r\n0\r\n\r\n")
                    .hears();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: foo, chunked",
                "Transfer-Encoding: identity, chunked",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"
            })
    void is_refused_in_a_coding_that_is_not_undone(String coding) {
        Snapshot before = gateway.snapshot();

        String answer = answer("coded", coding);

        assertTrue(answer.startsWith("HTTP/1.1 501 "), answer);
        assertTrue(answer.endsWith("\"msg\":\"Transfer-Encoding: not done here (expected: chunked)\"}"), answer);
        assertEquals(before, gateway.snapshot());
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunked", "Chunked"})
    void is_taken_in_chunks(String coding) {
        String answer = answer("in " + coding, "Connection: close\r\nTransfer-Encoding: " + coding);

        assertTrue(answer.contains("APPLY_SUCCESS"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"post", "Post", "posT"})
    void is_refused_by_a_method_in_small_letters(String method) {
        Snapshot before = gateway.snapshot();

        String answer = answer("small", method, "HTTP/1.1", "Transfer-Encoding: chunked");

        assertTrue(answer.startsWith("HTTP/1.1 501 "), answer);
        assertTrue(answer.endsWith("\"msg\":\"method: not known here (expected: one in capitals, as POST)\"}"), answer);
        assertEquals(before, gateway.snapshot());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http/1.1", "Http/1.1", "http/1.0"})
    void is_refused_in_a_version_in_small_letters(String version) {
        Snapshot before = gateway.snapshot();

        String answer = answer("small", "POST", version, "Transfer-Encoding: chunked");

        assertTrue(answer.startsWith("HTTP/1.1 505 "), answer);
        assertEquals(before, gateway.snapshot());
    }
}
