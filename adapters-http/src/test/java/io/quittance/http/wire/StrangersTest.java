package io.quittance.http.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.quittance.application.store.HandClock;
import io.quittance.http.live.Heard;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Of strangers the log is told")
class StrangersTest {
    private static final Source HERE = new Source("192.0.2.1");
    private static final Refusal FORGED = Refusal.described(WireCode.SIGN_VERIFY_FAILED, "sign", "absent", "one");

    private final HandClock clock = new HandClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final Strangers strangers = new Strangers(clock);
    private final Heard heard = new Heard();

    @AfterEach
    void stop() {
        heard.close();
    }

    private List<String> lines() {
        return heard.lines().stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private void come(int times, Source from, String app) {
        for (int one = 0; one < times; one++) {
            strangers.refused(from, "request", Optional.of(app), FORGED);
        }
    }

    @Test
    void the_first_at_once_and_the_rest_of_the_minute_in_one_line() {
        come(2_000, HERE, "A");
        assertEquals(
                List.of("refused of a stranger at 192.0.2.1 a request claiming app 'A': SIGN_VERIFY_FAILED, field"
                        + " sign"),
                lines());

        clock.move(Strangers.SILENCE.minusMillis(1));
        come(1, HERE, "B");
        assertEquals(1, lines().size());
        clock.move(Duration.ofMillis(1));
        strangers.tell();

        assertEquals(
                "refused of strangers at 192.0.2.1 2000 more in a minute, the last a request claiming app 'B':"
                        + " SIGN_VERIFY_FAILED, field sign",
                lines().getLast());
        assertEquals(2, lines().size());
    }

    @Test
    void once_a_minute_while_they_go_on() {
        for (int second = 0; second < 600; second++) {
            come(10, HERE, "A");
            clock.move(Duration.ofSeconds(1));
        }
        strangers.tell();

        assertEquals(11, lines().size());
        assertTrue(lines().getLast().contains(" 600 more in a minute"), lines().getLast());
    }

    @Test
    void nothing_more_when_no_more_came() {
        come(1, HERE, "A");
        clock.move(Strangers.SILENCE);
        strangers.tell();
        clock.move(Strangers.SILENCE);
        come(1, HERE, "A");

        assertEquals(2, lines().size());
        assertEquals(lines().getFirst(), lines().getLast());
    }

    @Test
    void each_source_by_itself_up_to_a_number_and_then_all_as_one() {
        for (int one = 0; one < Strangers.MOST + 1_000; one++) {
            come(1, new Source("198.51.100." + one), "A");
        }
        clock.move(Strangers.SILENCE);
        strangers.tell();

        assertEquals(Strangers.MOST + 2, lines().size());
        assertTrue(
                lines().getLast().startsWith("refused of strangers at further addresses 999 more"), lines().getLast());
    }

    @Test
    void what_they_claim_without_what_would_break_a_line() {
        strangers.refused(HERE, "notification", Optional.of("a\nb" + "c".repeat(100)), FORGED);

        assertEquals(1, lines().getFirst().lines().count());
        assertTrue(lines().getFirst().length() < 150, lines().getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "2001:db8:0:12::1, 2001:db8:0:12::/64",
        "2001:db8:0:12:ffff::, 2001:db8:0:12::/64",
        "::1, 0:0:0:0::/64"
    })
    void the_address_as_far_as_it_is_one_party_s(String address, String told) {
        assertEquals(told, Source.of(InetAddress.ofLiteral(address)).text());
    }
}
