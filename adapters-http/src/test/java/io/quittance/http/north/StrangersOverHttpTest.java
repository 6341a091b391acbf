package io.quittance.http.north;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.quittance.http.live.Client;
import io.quittance.http.live.Draft;
import io.quittance.http.live.Heard;
import io.quittance.http.live.Keys;
import io.quittance.http.live.LiveGateway;
import io.quittance.http.live.Snapshot;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("Strangers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangersOverHttpTest {
    private static final int MANY = 500;

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

    private void forge() {
        byte[] body = Draft.request("forged").bytes();
        assertEquals(
                "SIGN_VERIFY_FAILED",
                client.post(Client.CAPTURE, body, List.of(Keys.sign(Keys.NEIGHBOUR.getPrivate(), body)))
                        .code());
    }

    private void tell() {
        byte[] body = Draft.notification("forged").bytes();
        client.post("/captureResultNotifyUrl/" + LiveGateway.APP, body, List.of());
    }

    private static List<String> lines(Heard heard) {
        return heard.lines().stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void are_told_of_in_two_lines_however_many_come_and_nothing_is_kept() {
        Snapshot before = gateway.snapshot();
        try (Heard heard = new Heard()) {
            for (int one = 0; one < MANY; one++) {
                forge();
                tell();
            }
            assertEquals(
                    List.of("refused of a stranger at 127.0.0.1 a request claiming app '" + LiveGateway.APP
                            + "': SIGN_VERIFY_FAILED, field sign"),
                    lines(heard));

            gateway.clock.move(Duration.ofMinutes(1));
            tell();

            assertEquals(2, lines(heard).size(), heard.text());
            assertTrue(
                    lines(heard)
                            .getLast()
                            .startsWith("refused of strangers at 127.0.0.1 " + (2 * MANY - 1)
                                    + " more in a minute, the last a notification claiming app '" + LiveGateway.APP
                                    + "': "),
                    heard.text());
        }
        assertEquals(before, gateway.snapshot());
    }
}
