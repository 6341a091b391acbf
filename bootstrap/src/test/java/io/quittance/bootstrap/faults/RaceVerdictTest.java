package io.quittance.bootstrap.faults;

import static io.quittance.bootstrap.faults.GivenRun.AMOUNT;
import static io.quittance.bootstrap.faults.GivenRun.SHOP;
import static io.quittance.bootstrap.faults.GivenRun.no;

import io.quittance.bootstrap.faults.Order.Ending;
import io.quittance.bootstrap.faults.Order.Kind;
import io.quittance.bootstrap.faults.Race.Begins;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A capture and a cancel of one authorized order, which was known before: what each test spoils is one thing. */
@DisplayName("The judge of a fault run, of an authorized order")
class RaceVerdictTest {
    private final GivenRun run = new GivenRun();
    private final Order payment = run.ended(Kind.PAYMENT, Ending.SUCCESS);
    private final Order capture = rival(1, Kind.CAPTURE, Ending.SUCCESS, AMOUNT);
    private final Order cancel = rival(2, Kind.CANCEL, Ending.SUCCESS, AMOUNT);

    private Order rival(int place, Kind kind, Ending ending, String amount) {
        return GivenRun.rival(payment.number() + place * Race.APART, kind, ending, SHOP, amount);
    }

    private void begins(Begins begins, Order... rivals) {
        run.race(new Race(payment, begins, List.of(rivals), Optional.empty()));
    }

    private void hold(String state, int capturing, int captured, int cancelling, int cancelled) {
        hold(
                state,
                Optional.of(new BigDecimal(AMOUNT)),
                new Hold.Captures(capturing, captured),
                new Hold.Cancels(cancelling, cancelled));
    }

    private void hold(String state, Optional<BigDecimal> amount, Hold.Captures captures, Hold.Cancels cancels) {
        String key = payment.id().toLowerCase(Locale.ROOT);
        run.holds.put(key, new Hold(key, state, amount, captures, cancels));
    }

    @BeforeEach
    void the_capture_wins() {
        begins(Begins.ONCE_KNOWN, capture, cancel);
        run.end(capture);
        run.refused(cancel, "ORDER_CLOSED");
        hold("CAPTURED", 0, 1, 0, 0);
    }

    @Test
    void finds_nothing_where_one_won() {
        run.findsNothing();
    }

    @Nested
    class Where_two_are_accepted {
        @Test
        void finds_both() {
            run.end(cancel);

            run.finds(capture.id() + " and " + cancel.id() + " are both accepted, and none had failed");
            run.finds("holds for 2 at once");
            run.finds("was collected or given back more than once");
        }

        @Test
        void finds_none_if_the_first_had_failed_by_then() {
            Order failing = rival(1, Kind.CAPTURE, Ending.FAILED, AMOUNT);
            Order after = rival(3, Kind.CANCEL, Ending.SUCCESS, AMOUNT);
            run.noRow(capture);
            begins(Begins.ONCE_KNOWN, failing, after);
            run.ledger.arrived.removeIf(arrived -> arrived.about().equals(failing.id()));
            run.ledger.news.removeIf(news -> news.order() == failing.number());
            run.ledger.asked.clear();
            run.end(failing);
            run.end(after);
            hold("CANCELLED", 0, 0, 0, 1);

            run.findsNothing();
        }

        @Test
        void finds_both_if_the_first_failed_only_later() {
            Order failing = rival(3, Kind.CAPTURE, Ending.FAILED, AMOUNT);
            begins(Begins.ONCE_KNOWN, capture, failing);
            run.accepted(failing);
            run.row(failing, "PENDING");
            run.asking.add(no(failing));

            run.finds("are both accepted, and none had failed");
        }

        @Test
        void leaves_it_to_upstream_if_the_authorization_was_not_known() {
            begins(Begins.BEFORE, capture, cancel);
            run.accepted(cancel);
            run.row(cancel, "FAILED");
            run.arrives(cancel, Ending.FAILED);
            run.ledger.asked.add(new Ledger.Asked(
                    cancel.number(), Ledger.Asked.Sort.SUBMIT, "REFUSES", Optional.of(Ending.FAILED), 1));

            run.findsNothing();
        }

        @Test
        void finds_two_that_succeeded_even_so() {
            begins(Begins.BEFORE, capture, cancel);
            run.end(cancel);

            run.finds("was collected or given back more than once");
        }
    }

    @Nested
    class Of_refusals {
        @Test
        void finds_that_nobody_won() {
            run.refused(capture, "ORDER_CLOSED");

            run.finds("nobody won: [ORDER_CLOSED, ORDER_CLOSED]");
        }

        @Test
        void finds_one_as_closed_that_nothing_has_closed() {
            run.row(capture, "FAILED");

            run.finds(cancel.id() + " was refused as closed, and nothing has closed it");
        }

        @Test
        void finds_one_with_nothing_in_its_way() {
            run.refused(cancel, "PAYMENT_PROCESSING");
            run.noRow(capture);

            run.finds(cancel.id() + " was refused, and nothing was in its way");
        }

        @Test
        void finds_one_for_an_amount_that_is_held() {
            run.refused(cancel, "AMOUNT_INVALID");

            run.finds(cancel.id() + " was refused for its amount");
        }

        @Test
        void finds_more_than_is_held_that_was_not_refused() {
            Order above = rival(3, Kind.CAPTURE, Ending.FAILED, "12.51");
            begins(Begins.ONCE_KNOWN, capture, above);
            run.refused(above, "AMOUNT_INVALID");
            run.findsNothing();

            run.accepted(above);
            run.finds(above.id() + " wants more than is held and was answered");
        }
    }

    @Nested
    class Of_the_hold {
        @Test
        void finds_that_there_is_none_though_upstream_was_told_so() {
            hold("", Optional.empty(), new Hold.Captures(0, 1), new Hold.Cancels(0, 0));

            run.finds("upstream was told that its authorization is known, and nothing is held");
        }

        @Test
        void finds_another_amount() {
            hold("CAPTURED", Optional.of(new BigDecimal("13.50")), new Hold.Captures(0, 1), new Hold.Cancels(0, 0));

            run.finds("holds 13.50 (expected: 12.50)");
        }

        @ParameterizedTest
        @CsvSource({"CAPTURING", "CANCELLING"})
        void finds_one_that_nobody_ends(String state) {
            hold(state, 0, 0, 0, 0);

            run.finds("its hold is " + state + " (expected: OPEN), and as nothing is open, nobody ends it");
        }

        @ParameterizedTest
        @CsvSource({
            "CAPTURING,1,0,0,0",
            "CAPTURED,0,1,0,0",
            "CAPTURED,1,1,1,0",
            "CANCELLING,0,0,1,0",
            "CANCELLING,1,0,1,0",
            "CANCELLED,0,0,0,1",
            "CANCELLED,0,1,0,1",
            "OPEN,0,0,0,0"
        })
        void finds_one_that_does_not_stand_where_it_was_left(
                String right, int capturing, int captured, int cancelling, int cancelled) {
            hold(right, capturing, captured, cancelling, cancelled);
            run.findsNothing();

            hold("PARTLY_CAPTURED", capturing, captured, cancelling, cancelled);
            run.finds("its hold is PARTLY_CAPTURED (expected: " + right + ")");
        }
    }

    /** A sale, or what was declined: nothing can be asked of it. */
    @Nested
    class Of_what_holds_nothing {
        @Test
        void finds_that_something_is_held_of_it() {
            Order declined = run.ended(Kind.PAYMENT, Ending.FAILED);
            String key = declined.id().toLowerCase(Locale.ROOT);
            run.holds.put(
                    key,
                    new Hold(
                            key,
                            "OPEN",
                            Optional.of(new BigDecimal(AMOUNT)),
                            new Hold.Captures(0, 0),
                            new Hold.Cancels(0, 0)));

            run.finds(key + ": something is held of it, and it was never authorized");
        }
    }
}
