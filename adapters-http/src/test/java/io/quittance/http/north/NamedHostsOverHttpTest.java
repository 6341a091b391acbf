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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in between may go by another name than we do. */
@DisplayName("A request that names a host")
@TestInstance(Lifecycle.PER_CLASS)
class NamedHostsOverHttpTest {
    private LiveGateway gateway;

    @BeforeAll
    void start() {
        gateway = new LiveGateway();
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    private String answer(String request, String place, String headers) {
        return answer(request, place, "HTTP/1.1", "Host: gateway\r\n" + headers);
    }

    private String answer(String request, String place, String version, String headers) {
        byte[] body = Draft.request(request).bytes();
        try (Line line = new Line(gateway)) {
            return line.says("POST " + place + Client.CAPTURE + " " + version + "\r\n" + headers + "sign: "
                            + Keys.sign(Keys.MERCHANT.getPrivate(), body) + "\r\nContent-Length: " + body.length
                            + "\r\n\r\n" + new String(body, StandardCharsets.UTF_8))
                    .ends()
                    .hears();
        }
    }

    private void isRefused(String request, String place, String headers) {
        Snapshot before = gateway.snapshot();

        String answer = answer(request, place, headers);

        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.endsWith("\"msg\":\"Host: more than one (expected: one)\"}"), answer);
        assertEquals(before, gateway.snapshot());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: gateway\r\n", "Host: evil.example\r\n", "HOST:\r\n"})
    void is_refused_if_it_does_so_twice(String another) {
        isRefused("twice", "", another);
    }

    @Test
    void is_refused_if_its_first_line_names_another() {
        isRefused("another", "http://evil.example", "");
    }

    @Test
    void is_taken_if_its_first_line_names_the_same() {
        String answer = answer("same", "HTTP://Gateway", "");

        assertTrue(answer.contains("APPLY_SUCCESS"), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Host:\r\n",
                "Host: a b/../\r\n",
                "Host: a/b\r\n",
                "Host: me@gateway\r\n",
                "Host: gateway:http\r\n",
                "Host: :8080\r\n",
                "Host: [::1\r\n",
                "Host: g%zz\r\n",
                "Host: gäteway\r\n"
            })
    void is_refused_if_it_names_none(String header) {
        Snapshot before = gateway.snapshot();

        String answer = answer("none", "", "HTTP/1.1", header);

        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.contains("\"msg\":\"Host: none, or malformed (expected: "), answer);
        assertEquals(before, gateway.snapshot());
    }

    @ParameterizedTest
    @ValueSource(strings = {"my_host.example:8080", "127.0.0.1", "[::1]:8080", "g%C3%A4teway", "gateway:"})
    void is_taken_by_any_name(String host) {
        String answer = answer("by " + host, "", "HTTP/1.1", "Host: " + host + "\r\n");

        assertTrue(answer.contains("APPLY_SUCCESS"), answer);
    }

    @Test
    void may_leave_it_out_in_version_1_0() {
        String answer = answer("nameless", "", "HTTP/1.0", "");

        assertTrue(answer.contains("APPLY_SUCCESS"), answer);
    }
}
