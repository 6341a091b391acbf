package io.quittance.bootstrap.faults;

import static io.quittance.bootstrap.faults.GivenRun.AMOUNT;
import static io.quittance.bootstrap.faults.GivenRun.LEGACY_SHOP;
import static io.quittance.bootstrap.faults.GivenRun.SHOP;
import static io.quittance.bootstrap.faults.GivenRun.no;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.bootstrap.faults.Ledger.Asked;
import io.quittance.bootstrap.faults.Ledger.Reply;
import io.quittance.bootstrap.faults.Order.Ending;
import io.quittance.bootstrap.faults.Order.Kind;
import io.quittance.bootstrap.faults.Order.Told;
import io.quittance.bootstrap.faults.Order.Told.Form;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each test spoils one thing in a run in which nothing was wrong. */
@DisplayName("The judge of a fault run")
class JudgeTest {
    private final GivenRun run = new GivenRun();

    @Test
    void finds_nothing_where_all_is_as_it_should_be() {
        for (Ending ending : List.of(Ending.SUCCESS, Ending.FAILED)) {
            run.ended(Kind.CAPTURE, ending);
            run.ended(Kind.CANCEL, ending);
            run.ended(Kind.PAYOUT, ending, LEGACY_SHOP);
            run.ended(Kind.PAYMENT, ending);
        }
        run.ended(Kind.PAYOUT, Ending.BOUNCEBACK);

        run.findsNothing();
        assertEquals(List.of(), run.owed());
    }

    @Test
    void passes_on_what_was_seen_to_be_wrong_when_it_happened() {
        run.ledger.faults.add("asked upstream with a signature that does not verify");

        run.finds("with a signature that does not verify");
    }

    @Nested
    class Of_what_was_accepted {
        @Test
        void finds_what_never_was() {
            run.order(Kind.CAPTURE, Ending.SUCCESS);

            run.finds("never accepted");
        }

        @Test
        void finds_what_is_unknown() {
            run.noRow(run.ended(Kind.CAPTURE, Ending.SUCCESS));

            run.finds("and unknown");
        }

        @Test
        void finds_what_has_another_number() {
            Order order = run.ended(Kind.CAPTURE, Ending.SUCCESS);
            run.ledger.answered.put(order.number(), Reply.accepted("N-another", 1));

            run.finds("accepted as N-another, and its number is " + no(order));
        }

        @Test
        void finds_what_nobody_asked_for() {
            run.row(GivenRun.rival(77, Kind.PAYOUT, Ending.SUCCESS, SHOP, AMOUNT), "SUCCESS");

            run.finds("is there, and nobody asked for it");
        }

        @Test
        void finds_what_nobody_asks_about_and_nobody_is_asked_to_look_at() {
            Order order = run.order(Kind.PAYOUT, Ending.SUCCESS);
            run.accepted(order);
            run.row(order, "PENDING");
            run.finds("nobody asks about it");

            run.row(order, "PENDING", true);
            run.findsNothing();

            run.row(order, "PENDING");
            run.asking.add(no(order));
            run.findsNothing();
        }

        @Test
        void finds_what_is_stuck_in_a_queue() {
            run.stuck.add("delivery about N-1");

            run.finds("delivery about N-1");
        }
    }

    @Nested
    class Of_news_from_upstream {
        @ParameterizedTest
        @EnumSource(names = {"FORGED", "TRUNCATED"})
        void finds_what_was_acknowledged_and_must_not_be_believed(Form form) {
            run.news(run.ended(Kind.CAPTURE, Ending.SUCCESS), new Told(Ending.SUCCESS, form, 1), true);

            run.finds("news that is " + form + " was acknowledged");
        }

        @Test
        void finds_what_was_acknowledged_and_not_applied() {
            Order order = run.ended(Kind.CAPTURE, Ending.SUCCESS);
            run.row(order, "PENDING");
            run.asking.add(no(order));

            run.finds("is PENDING, and upstream was told that its end [SUCCESS] is known");
        }

        @Test
        void finds_what_was_acknowledged_and_is_unknown() {
            run.noRow(run.ended(Kind.PAYMENT, Ending.SUCCESS));

            run.finds("unknown, and upstream was told that its end [SUCCESS] is known");
        }

        @Test
        void finds_a_later_end_where_the_first_stands() {
            Order order = run.ended(Kind.CAPTURE, Ending.SUCCESS);
            run.news(order, Told.truly(Ending.FAILED), true);
            run.contradicted.add(no(order));
            run.findsNothing();

            run.row(order, "FAILED");
            run.finds("is FAILED (expected: one of [SUCCESS])");
        }

        @Test
        void finds_a_contradiction_that_is_kept_for_nobody() {
            run.news(run.ended(Kind.CAPTURE, Ending.SUCCESS), Told.truly(Ending.FAILED), true);

            run.finds("is SUCCESS, and what contradicts it is kept nowhere");
        }

        @Test
        void finds_another_amount_that_is_kept_for_nobody() {
            run.news(run.ended(Kind.PAYMENT, Ending.SUCCESS), new Told(Ending.SUCCESS, Form.OTHER_AMOUNT, 1), true);

            run.finds("is SUCCESS, and what contradicts it is kept nowhere");
        }
    }

    @Nested
    class Of_calls_at_upstream {
        @ParameterizedTest
        @EnumSource(names = {"CAPTURE", "CANCEL", "PAYOUT", "LINK"})
        void finds_what_was_sent_again(Kind kind) {
            Order order = run.ended(kind, Ending.SUCCESS);
            run.sent(order, "SAYS_EXISTS");

            run.finds("sent again after TAKES");
        }

        @Test
        void lets_be_sent_again_what_upstream_had_no_time_for() {
            Order order = run.order(Kind.CAPTURE, Ending.SUCCESS);
            run.sent(order, "IS_BUSY");
            run.end(order);

            run.findsNothing();
        }

        /** It says so twice, then the payout is sent again. */
        private void payoutThatUpstreamHasNot(Duration apart) {
            Order order = run.order(Kind.PAYOUT, Ending.SUCCESS);
            run.sent(order, "LOSES_IT");
            run.asked(order, Asked.Sort.QUERY, "ORDER_NOT_EXIST");
            run.passes(apart);
            run.asked(order, Asked.Sort.QUERY, "ORDER_NOT_EXIST");
            run.end(order);
        }

        @Test
        void lets_a_payout_be_sent_again_once_upstream_has_said_twice_and_long_apart_that_it_has_none() {
            payoutThatUpstreamHasNot(Duration.ofMinutes(5));

            run.findsNothing();
        }

        @Test
        void finds_a_payout_that_was_sent_again_sooner() {
            payoutThatUpstreamHasNot(Duration.ofMinutes(4));

            run.finds("sent again after LOSES_IT");
        }

        @Test
        void finds_what_was_passed_on_more_often_than_it_was_asked_for() {
            Order order = run.order(Kind.RELAY, Ending.SUCCESS);
            run.accepted(order);
            run.sent(order, "TAKES");
            run.findsNothing();

            run.sent(order, "TAKES");
            run.finds("passed on 2 times, and asked for 1 times");
        }
    }
}
