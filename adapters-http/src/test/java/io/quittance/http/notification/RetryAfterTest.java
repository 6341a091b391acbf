package io.quittance.http.notification;

import static io.quittance.http.outbound.LoopbackServer.http;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quittance.application.notification.NotificationSender.NotAcknowledged;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A receiver may want to be left alone")
@Timeout(60)
class RetryAfterTest {
    private final Telling telling = new Telling();

    @AfterEach
    void close() {
        telling.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "503 | 120                           | 120",
                "429 | 1                             | 1",
                "429 | 0                             | 1",
                "503 | 3600                          | 3600",
                "503 | 3601                          | 3600",
                "503 | 999999999                     | 3600",
                "503 | Sun, 01 Mar 2026 12:02:00 GMT | 120",
                "503 | Sun, 1 Mar 2026 12:02:00 GMT  | 120",
                "429 | Sun, 01 Mar 2026 11:00:00 GMT | 1",
                "429 | Mon, 02 Mar 2026 12:00:00 GMT | 3600"
            })
    void by_seconds_or_a_date_within_bounds(int status, String value, long seconds) throws IOException {
        String headers = "Retry-After: " + value + "\r\n";
        var attempt = assertInstanceOf(NotAcknowledged.class, telling.answered(http(status + " Later", headers, "")));

        assertEquals(Optional.of(Duration.ofSeconds(seconds)), attempt.retryAfter());
        assertEquals("HTTP " + status + ", wants to be left alone for " + seconds + " s", attempt.why());
    }

    @Test
    void by_a_date_of_a_clock_that_its_own_answer_shows() throws IOException {
        String headers = "Date: Wed, 01 Jan 2020 00:00:00 GMT\r\nRetry-After: Wed, 01 Jan 2020 00:10:00 GMT\r\n";
        var attempt = assertInstanceOf(NotAcknowledged.class, telling.answered(http("503 Later", headers, "")));

        assertEquals(Optional.of(Duration.ofMinutes(10)), attempt.retryAfter());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Retry-After: soon",
                "Retry-After: -5",
                "Retry-After: 1.5",
                "Retry-After: 99999999999999999999",
                "Retry-After: Sun, 99 Mar 2026 12:02:00 GMT",
                "Retry-After:",
                "Retry-After: 5\r\nRetry-After: 6"
            })
    void but_nonsense_asks_for_nothing(String header) throws IOException {
        var attempt = assertInstanceOf(NotAcknowledged.class, telling.answered(http("503 Later", header + "\r\n", "")));

        assertEquals(Optional.empty(), attempt.retryAfter());
        assertEquals("HTTP 503", attempt.why());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 404, 410, 500})
    void but_other_statuses_mean_something_else_by_it(int status) throws IOException {
        String answer = http(status + " Whatever", "Retry-After: 120\r\n", "{}");

        assertEquals(
                Optional.empty(),
                assertInstanceOf(NotAcknowledged.class, telling.answered(answer))
                        .retryAfter());
    }
}
