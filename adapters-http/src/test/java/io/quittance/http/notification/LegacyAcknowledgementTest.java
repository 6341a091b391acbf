package io.quittance.http.notification;

import static io.quittance.http.outbound.LoopbackServer.http;
import static io.quittance.http.outbound.LoopbackServer.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quittance.application.notification.Dialect;
import io.quittance.application.notification.NotificationSender.Attempt;
import io.quittance.application.notification.NotificationSender.NotAcknowledged;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A payout told in the legacy dialect")
@Timeout(60)
class LegacyAcknowledgementTest {
    private final Telling telling = new Telling();

    @AfterEach
    void close() {
        telling.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"bizCode\":\"0000\",\"message\":\"success\"}",
                "{\"bizCode\":\" 0000\\n\"}",
                "{\"message\":\"whatever\",\"bizCode\":\"0000\",\"code\":\"SYSTEM_ERROR\"}"
            })
    void is_acknowledged_by_the_biz_code_0000_whatever_else_is_said(String answer) throws IOException {
        assertEquals(
                "acknowledged", telling.answered(ok(answer), Dialect.LEGACY).why());
    }

    /** The page's second example is an error: D13. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"msg\":\"System is busy, please try again later.\",\"code\":\"SYSTEM_ERROR\"} | no bizCode"
                        + " (expected: 0000)",
                "{\"code\":\"SUCCESS\",\"msg\":\"Success\"} | no bizCode (expected: 0000)",
                "{\"bizCode\":\"9998\"}  | bizCode '9998' (expected: 0000)",
                "{\"bizCode\":\"000\"}   | bizCode '000' (expected: 0000)",
                "{\"bizCode\":0}         | bizCode is not a string (expected: 0000)"
            })
    void is_not_acknowledged_by_anything_else(String answer, String why) throws IOException {
        Attempt attempt = telling.answered(ok(answer), Dialect.LEGACY);

        assertEquals(why, attempt.why());
        assertInstanceOf(NotAcknowledged.class, attempt);
    }

    @Test
    void is_not_acknowledged_behind_a_status_of_failure() throws IOException {
        assertInstanceOf(
                NotAcknowledged.class,
                telling.answered(http("500 Oops", "", "{\"bizCode\":\"0000\"}"), Dialect.LEGACY));
    }
}
