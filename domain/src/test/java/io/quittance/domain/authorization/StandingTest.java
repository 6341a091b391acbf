package io.quittance.domain.authorization;

import static io.quittance.domain.authorization.Wishes.AUTHORIZED;
import static io.quittance.domain.authorization.Wishes.NOON;
import static io.quittance.domain.authorization.Wishes.collect;
import static io.quittance.domain.authorization.Wishes.failed;
import static io.quittance.domain.authorization.Wishes.last;
import static io.quittance.domain.authorization.Wishes.part;
import static io.quittance.domain.authorization.Wishes.release;
import static io.quittance.domain.authorization.Wishes.succeeded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.domain.authorization.Authorization.Hold;
import io.quittance.domain.authorization.Authorization.Obstacle;
import io.quittance.domain.capture.Operation;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An authorization with all that was asked of it")
class StandingTest {
    private static final Instant EXPIRED = NOON.plus(Duration.ofDays(7));
    private static final Instant LAST = EXPIRED.minusMillis(1);
    private static final Operation PAID = succeeded(part("40"));
    private static final Operation PAID_IN_EUROS = succeeded(collect(Money.of("1", "EUR"), false));

    /** Where one capture is allowed, what leaves the hold there. */
    private static final Map<Hold, List<Operation>> ASKED = new EnumMap<>(Map.of(
            Hold.OPEN, List.of(failed(last("100.50")), failed(release())),
            Hold.CAPTURING, List.of(part("1")),
            Hold.CAPTURED, List.of(succeeded(part("1"))),
            Hold.CANCELLING, List.of(release()),
            Hold.CANCELLED, List.of(succeeded(release()))));

    private static void assertAnswer(Optional<Obstacle> expected, int allowed, List<Operation> all, Operation asked) {
        assertEquals(expected, Wishes.standing(allowed, all).obstacle(asked, NOON), asked + " beside " + all);
    }

    private static void assertLets(int allowed, List<Operation> all, Operation asked) {
        assertAnswer(Optional.empty(), allowed, all, asked);
    }

    private static void assertRefuses(Obstacle why, int allowed, List<Operation> all, Operation asked) {
        assertAnswer(Optional.of(why), allowed, all, asked);
    }

    private static void assertHold(Hold expected, int allowed, Operation... all) {
        Standing standing = Wishes.standing(allowed, List.of(all));

        assertEquals(expected, standing.hold(), standing.toString());
        assertEquals(AUTHORIZED.with(expected), standing.followed());
    }

    @Test
    void has_an_answer_for_every_hold_and_every_operation_before_and_after_seven_days() {
        record Asked(Hold hold, Operation operation, Instant now) {}
        Map<Asked, Optional<Obstacle>> table = new LinkedHashMap<>();
        for (Operation operation : new Operation[] {last("100.50"), part("100.50"), release()}) {
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

        table.forEach((asked, expected) -> {
            Standing standing = Wishes.standing(1, ASKED.get(asked.hold()));
            assertEquals(asked.hold(), standing.hold());
            assertEquals(expected, standing.obstacle(asked.operation(), asked.now()), asked.toString());
        });

        assertEquals(ASKED.size() * 3 * 2, table.size());
    }

    @Test
    void is_summed_in_the_currency_that_was_authorized() {
        Operations inEuros = Operations.none(new Currency("EUR"));

        assertThrows(
                IllegalArgumentException.class, () -> new Standing(AUTHORIZED, inEuros, CaptureAllowance.DOCUMENTED));
    }

    @Nested
    class Lets_a_capture_begin {
        @ParameterizedTest
        @CsvSource({"100.50, USD", "100.5, USD", "0.01, USD", "100.49, USD"})
        void of_at_most_what_was_authorized(String amount, String currency) {
            assertLets(1, List.of(), collect(Money.of(amount, currency), true));
        }

        @ParameterizedTest
        @CsvSource({
            "100.51, USD, ABOVE_AUTHORIZED",
            "101, USD, ABOVE_AUTHORIZED",
            "1, EUR, OTHER_CURRENCY",
            "1000, EUR, OTHER_CURRENCY"
        })
        void and_of_nothing_else_whatever_its_hold(String amount, String currency, Obstacle obstacle) {
            for (List<Operation> all : ASKED.values()) {
                assertEquals(
                        Optional.of(obstacle),
                        Wishes.standing(1, all).obstacle(collect(Money.of(amount, currency), true), EXPIRED));
            }
        }
    }

    @Nested
    class Of_several_captures {
        @Test
        void lets_begin_what_fits_beside_the_others_to_the_last_cent() {
            assertLets(3, List.of(PAID, part("60.49")), part("0.01"));
            assertLets(2, List.of(PAID), last("60.50"));
            assertLets(2, List.of(part("100.49"), failed(part("100"))), part("0.01"));
        }

        @Test
        void refuses_what_is_above_the_rest_whatever_the_pending_ones_do() {
            assertRefuses(Obstacle.ABOVE_AUTHORIZED, 9, List.of(PAID), part("60.51"));
            assertRefuses(Obstacle.ABOVE_AUTHORIZED, 9, List.of(PAID, part("1")), part("60.51"));
        }

        @Test
        void lets_what_fits_only_if_others_fail_wait_for_them() {
            assertRefuses(Obstacle.IN_FLIGHT, 9, List.of(PAID, part("0.01")), part("60.50"));
            assertLets(9, List.of(PAID, failed(part("0.01"))), part("60.50"));
        }

        @Test
        void counts_those_that_are_pending() {
            assertRefuses(Obstacle.IN_FLIGHT, 2, List.of(PAID, part("1")), part("1"));
            assertRefuses(Obstacle.IN_FLIGHT, 2, List.of(part("1"), part("1")), part("1"));
            assertRefuses(Obstacle.CLOSED, 2, List.of(PAID, succeeded(part("1"))), part("1"));
        }

        @Test
        void is_closed_by_a_final_one_and_meanwhile_lets_others_wait() {
            assertRefuses(Obstacle.IN_FLIGHT, 9, List.of(last("1")), part("1"));
            assertRefuses(Obstacle.CLOSED, 9, List.of(succeeded(last("1"))), part("1"));
            assertRefuses(Obstacle.CLOSED, 9, List.of(succeeded(last("1"))), last("1"));
            assertLets(9, List.of(failed(last("1"))), part("1"));
        }

        @Test
        void lets_a_final_one_wait_for_those_before_it_so_that_it_overtakes_none() {
            assertRefuses(Obstacle.IN_FLIGHT, 9, List.of(part("1")), last("1"));
            assertLets(9, List.of(PAID, failed(part("1"))), last("1"));
        }

        @Test
        void has_nothing_left_once_all_of_it_is_collected() {
            assertRefuses(Obstacle.CLOSED, 9, List.of(PAID, succeeded(part("60.50"))), part("0.01"));
            assertRefuses(Obstacle.CLOSED, 9, List.of(PAID, succeeded(part("60.51"))), part("0.01"));
        }

        @Test
        void stands_beside_no_cancel() {
            assertRefuses(Obstacle.IN_FLIGHT, 9, List.of(part("1")), release());
            assertRefuses(Obstacle.CLOSED, 9, List.of(PAID), release());
            assertRefuses(Obstacle.CLOSED, 9, List.of(PAID, part("1")), release());
            assertRefuses(Obstacle.IN_FLIGHT, 9, List.of(release()), part("1"));
            assertRefuses(Obstacle.IN_FLIGHT, 9, List.of(PAID, release()), part("1"));
            assertRefuses(Obstacle.CLOSED, 9, List.of(succeeded(release())), part("1"));
        }

        @Test
        void of_which_one_is_in_another_currency_has_nothing_left_that_could_be_known() {
            assertRefuses(Obstacle.CLOSED, 9, List.of(PAID_IN_EUROS), part("1"));
            assertRefuses(Obstacle.CLOSED, 9, List.of(PAID_IN_EUROS), release());
            assertRefuses(Obstacle.IN_FLIGHT, 9, List.of(collect(Money.of("1", "EUR"), false)), part("1"));
            assertLets(9, List.of(failed(collect(Money.of("1", "EUR"), false))), part("1"));
        }

        @Test
        void expires_between_them() {
            Standing partly = Wishes.standing(9, List.of(PAID));

            assertEquals(Optional.empty(), partly.obstacle(part("60.50"), LAST));
            assertEquals(Optional.of(Obstacle.EXPIRED), partly.obstacle(part("60.50"), EXPIRED));
        }

        @Test
        void is_asked_about_though_they_come_to_more_than_any_amount_can_have() {
            String most = "9".repeat(Money.MAX_INTEGER_DIGITS);
            List<Operation> pending = List.of(part(most), part(most));

            assertRefuses(Obstacle.IN_FLIGHT, 9, pending, part("1"));
            assertEquals(
                    Optional.of(Obstacle.IN_FLIGHT),
                    new Standing(Wishes.authorized(Money.of(most, "USD")), Wishes.all(pending), new CaptureAllowance(9))
                            .obstacle(part(most), NOON));
        }
    }

    @Nested
    class Is_held {
        @Test
        void where_what_was_asked_leaves_it() {
            assertHold(Hold.OPEN, 1);
            assertHold(Hold.CAPTURING, 1, part("1"));
            assertHold(Hold.CAPTURING, 1, part("1"), part("1"));
            assertHold(Hold.CAPTURED, 1, PAID);
            assertHold(Hold.CAPTURED, 1, part("1"), PAID);
            assertHold(Hold.CANCELLING, 1, release());
            assertHold(Hold.CANCELLING, 1, part("1"), release());
            assertHold(Hold.CAPTURED, 1, PAID, release());
            assertHold(Hold.CANCELLED, 1, succeeded(release()));
            assertHold(Hold.CANCELLED, 1, part("1"), succeeded(release()));
            assertHold(Hold.CANCELLED, 1, PAID, succeeded(release()));
        }

        @Test
        void in_part_as_long_as_another_capture_may_follow() {
            assertHold(Hold.PARTLY_CAPTURED, 3, PAID);
            assertHold(Hold.PARTLY_CAPTURED, 3, PAID, failed(last("60.50")));
            assertHold(Hold.CAPTURING, 3, PAID, part("1"));
            assertHold(Hold.CANCELLING, 3, PAID, release());
            assertHold(Hold.CAPTURED, 3, PAID, succeeded(last("1")));
            assertHold(Hold.CAPTURED, 3, PAID, succeeded(part("60.50")));
            assertHold(Hold.CAPTURED, 3, PAID, succeeded(part("1")), succeeded(part("1")));
            assertHold(Hold.CAPTURED, 3, PAID_IN_EUROS);
        }

        @Test
        void openly_though_nothing_was_authorized_until_something_is_asked() {
            Standing nothing = new Standing(
                    Wishes.authorized(Money.of("0", "USD")), Wishes.all(List.of()), CaptureAllowance.DOCUMENTED);

            assertEquals(Hold.OPEN, nothing.hold());
        }
    }
}
