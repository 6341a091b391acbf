package io.quittance.domain.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.domain.account.AccountId;
import io.quittance.domain.authorization.Authorization.Hold;
import io.quittance.domain.authorization.Authorization.Obstacle;
import io.quittance.domain.capture.Cancel;
import io.quittance.domain.capture.CancelId;
import io.quittance.domain.capture.Capture;
import io.quittance.domain.capture.CaptureId;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.capture.Operation.Asked;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.capture.RequestId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An authorization")
class AuthorizationTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Instant EXPIRED = NOON.plus(Duration.ofDays(7));
    private static final Instant LAST = EXPIRED.minusMillis(1);
    private static final Capture ALL = collect(Money.of("100.50", "USD"));

    private static Asked asked() {
        return new Asked(new MerchantId(1), new AccountId(1), new RequestId("R1"), new OutTradeNo("O1"), NOON);
    }

    private static Capture collect(Money amount) {
        return Capture.requested(new CaptureId("C1"), asked(), amount, true);
    }

    private static Cancel release() {
        return Cancel.requested(new CancelId("N1"), asked());
    }

    private static Authorization in(Hold hold) {
        return new Authorization(
                new MerchantId(1),
                new OutTradeNo("O1"),
                Optional.of(new TradeToken("T1")),
                Money.of("100.50", "USD"),
                NOON,
                hold);
    }

    @Test
    void has_an_answer_for_every_hold_and_every_operation_before_and_after_seven_days() {
        record Asked(Hold hold, Operation operation, Instant now) {}
        Map<Asked, Optional<Obstacle>> table = new LinkedHashMap<>();
        for (Operation operation : new Operation[] {ALL, release()}) {
            table.put(new Asked(Hold.OPEN, operation, LAST), Optional.empty());
            table.put(new Asked(Hold.OPEN, operation, EXPIRED), Optional.of(Obstacle.EXPIRED));
            table.put(new Asked(Hold.CAPTURING, operation, LAST), Optional.of(Obstacle.IN_FLIGHT));
            table.put(new Asked(Hold.CAPTURING, operation, EXPIRED), Optional.of(Obstacle.EXPIRED));
            table.put(new Asked(Hold.CANCELLING, operation, LAST), Optional.of(Obstacle.IN_FLIGHT));
            table.put(new Asked(Hold.CANCELLING, operation, EXPIRED), Optional.of(Obstacle.EXPIRED));
            table.put(new Asked(Hold.CAPTURED, operation, LAST), Optional.of(Obstacle.CLOSED));
            table.put(new Asked(Hold.CAPTURED, operation, EXPIRED), Optional.of(Obstacle.CLOSED));
            table.put(new Asked(Hold.CANCELLED, operation, LAST), Optional.of(Obstacle.CLOSED));
            table.put(new Asked(Hold.CANCELLED, operation, EXPIRED), Optional.of(Obstacle.CLOSED));
        }

        table.forEach((asked, expected) ->
                assertEquals(expected, in(asked.hold()).obstacle(asked.operation(), asked.now()), asked.toString()));

        assertEquals(Hold.values().length * 2 * 2, table.size());
    }

    @Test
    void counts_for_seven_days_to_the_millisecond() {
        assertEquals(Instant.parse("2026-03-08T12:00:00.123Z"), in(Hold.OPEN).expiresAt());
    }

    @Nested
    class Lets_a_capture_begin {
        @ParameterizedTest
        @CsvSource({"100.50, USD", "100.5, USD", "0.01, USD", "100.49, USD"})
        void of_at_most_what_was_authorized(String amount, String currency) {
            assertEquals(Optional.empty(), in(Hold.OPEN).obstacle(collect(Money.of(amount, currency)), NOON));
        }

        @ParameterizedTest
        @CsvSource({
            "100.51, USD, ABOVE_AUTHORIZED",
            "101, USD, ABOVE_AUTHORIZED",
            "1, EUR, OTHER_CURRENCY",
            "1000, EUR, OTHER_CURRENCY"
        })
        void and_of_nothing_else_whatever_its_hold(String amount, String currency, Obstacle obstacle) {
            for (Hold hold : Hold.values()) {
                assertEquals(Optional.of(obstacle), in(hold).obstacle(collect(Money.of(amount, currency)), EXPIRED));
            }
        }
    }

    @Nested
    class Is_after_all_that_was_asked_of_it {
        @ParameterizedTest
        @CsvSource({
            "0, 0, 0, 0, OPEN",
            "1, 0, 0, 0, CAPTURING",
            "2, 0, 0, 0, CAPTURING",
            "0, 1, 0, 0, CAPTURED",
            "1, 1, 0, 0, CAPTURED",
            "0, 0, 1, 0, CANCELLING",
            "1, 0, 1, 0, CANCELLING",
            "0, 1, 1, 0, CAPTURED",
            "0, 0, 0, 1, CANCELLED",
            "1, 0, 0, 1, CANCELLED",
            "0, 1, 0, 1, CANCELLED"
        })
        void where_they_leave_it(int capturing, int captured, int cancelling, int cancelled, Hold hold) {
            Operations all = new Operations(capturing, captured, cancelling, cancelled);

            assertEquals(in(hold), in(Hold.OPEN).after(all));
            assertEquals(in(hold), in(Hold.CANCELLED).after(all));
        }

        @Test
        void which_cannot_be_fewer_than_none() {
            assertThrows(IllegalArgumentException.class, () -> new Operations(0, 0, -1, 0));
        }
    }
}
