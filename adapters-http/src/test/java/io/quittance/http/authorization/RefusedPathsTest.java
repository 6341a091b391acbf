package io.quittance.http.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.http.live.Answer;
import io.quittance.http.live.Client;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.Teller;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("At the addresses for cancels and payments, a message")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedPathsTest {
    private static final List<String> PATHS =
            List.of("/cancelResultNotifyUrl", "/authResultNotifyUrl", "/collectResultNotifyUrl");

    private LiveGateway gateway;
    private Client client;

    @BeforeAll
    void start() {
        gateway = new LiveGateway();
        client = new Client(gateway);
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    private static String sound(String path) {
        return path.startsWith("/cancel")
                ? Teller.notification(
                        "CANCEL",
                        "APPLY_SUCCESS",
                        "\"cancelNo\":\"UP-1\",\"requestId\":\"R1\",\"outTradeNo\":\"O1\",\"status\":\"SUCCESS\"")
                : Teller.authorization("O1");
    }

    private static String sign(String body) {
        return Keys.sign(Keys.UPSTREAM.getPrivate(), body.getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(int status, String path, String body, List<String> signs) {
        var before = gateway.snapshot();

        Answer answer = client.post(path, body.getBytes(StandardCharsets.UTF_8), signs);

        assertEquals(status, answer.status());
        assertEquals(before, gateway.snapshot());
    }

    static Stream<Arguments> unreadable() {
        return PATHS.stream()
                .flatMap(path -> Stream.of(
                        Arguments.of(path, ""),
                        Arguments.of(path, "null"),
                        Arguments.of(path, "[]"),
                        Arguments.of(path, "{"),
                        Arguments.of(path, sound(path) + "{}"),
                        Arguments.of(path, sound(path).replace("\"msg\"", "\"code\"")),
                        Arguments.of(path, "[".repeat(17) + "]".repeat(17)),
                        Arguments.of(path, "{\"x\":\"" + "y".repeat(65_536) + "\"}")));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void that_cannot_be_read_is_refused_and_changes_nothing(String path, String body) {
        assertRefused(400, path, body, List.of(sign(body)));
    }

    static Stream<String> paths() {
        return PATHS.stream();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void that_upstream_has_not_signed_is_refused_and_changes_nothing(String path) {
        String body = sound(path);
        String byTheMerchant = Keys.sign(Keys.MERCHANT.getPrivate(), body.getBytes(StandardCharsets.UTF_8));

        assertRefused(401, path, body, List.of());
        assertRefused(401, path, body, List.of(""));
        assertRefused(401, path, body, List.of(byTheMerchant));
        assertRefused(401, path, body, List.of(sign(body + " ")));
        assertRefused(401, path, body, List.of(sign(body), sign(body)));
        assertRefused(401, path + "/nobody", body, List.of(sign(body)));
        assertRefused(401, path + "/" + LiveGateway.NEIGHBOUR_APP, body, List.of(sign(body)));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void is_not_acknowledged_while_our_database_is_away(String path) {
        String body = sound(path);
        gateway.failing(Optional.of(new IllegalStateException("the database is away")));
        try {
            assertRefused(503, path, body, List.of(sign(body)));
        } finally {
            gateway.failing(Optional.empty());
        }
    }
}
