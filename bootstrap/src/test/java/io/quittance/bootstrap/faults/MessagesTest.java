package io.quittance.bootstrap.faults;

import static io.quittance.bootstrap.faults.GivenRun.AMOUNT;
import static io.quittance.bootstrap.faults.GivenRun.LEGACY_SHOP;
import static io.quittance.bootstrap.faults.GivenRun.SHOP;
import static io.quittance.bootstrap.faults.GivenRun.no;
import static io.quittance.bootstrap.faults.GivenRun.notice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.faults.Order.Ending;
import io.quittance.bootstrap.faults.Order.Kind;
import io.quittance.bootstrap.faults.Order.Told;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each test spoils one message in a run in which nothing was wrong. */
@DisplayName("The judge of a fault run, of messages to merchants")
class MessagesTest {
    private final GivenRun run = new GivenRun();

    @Test
    void finds_what_is_known_and_was_not_told() {
        Order order = run.order(Kind.CAPTURE, Ending.SUCCESS);
        run.accepted(order);
        run.news(order, Told.truly(Ending.SUCCESS), true);
        run.row(order, "SUCCESS");
        run.arrives(order, Ending.SUCCESS, false);

        run.finds("SUCCESS is known and was not told");
        run.finds("ended as SUCCESS and its merchant was not told");
        assertEquals(1, run.owed().size());
    }

    @Test
    void finds_each_word_of_what_is_passed_on() {
        Order order = run.order(Kind.RELAY, Ending.BOUNCEBACK);
        run.accepted(order);
        run.news(order, Told.truly(Ending.SUCCESS), true);
        run.news(order, Told.truly(Ending.BOUNCEBACK), true);
        run.arrives(order, Ending.BOUNCEBACK);

        run.finds("SUCCESS is known and was not told");
    }

    @Test
    void finds_an_end_that_upstream_never_told() {
        run.arrives(run.ended(Kind.CAPTURE, Ending.SUCCESS), Ending.FAILED);

        run.finds("told FAILED (expected: one of [SUCCESS])");
    }

    @Test
    void finds_an_older_word_after_a_newer_one() {
        run.arrives(run.ended(Kind.PAYOUT, Ending.BOUNCEBACK), Ending.SUCCESS);

        run.finds("ms after BOUNCEBACK");
    }

    @Test
    void finds_what_was_told_to_another_merchant() {
        Order order = run.ended(Kind.CAPTURE, Ending.SUCCESS);
        run.arrives(SHOP + 1, order, Ending.SUCCESS, told(order, Dialect.ENVELOPED, no(order), AMOUNT), true);

        run.finds("told to another merchant");
    }

    @Test
    void finds_what_nobody_asked_for() {
        run.arrives(GivenRun.rival(77, Kind.PAYOUT, Ending.SUCCESS, SHOP, AMOUNT), Ending.SUCCESS);

        run.finds("told, and nobody asked for it");
    }

    @Test
    void finds_other_bytes_in_a_repeated_message() {
        Order order = run.ended(Kind.CAPTURE, Ending.SUCCESS);
        run.arrives(SHOP, order, Ending.SUCCESS, told(order, Dialect.ENVELOPED, no(order), AMOUNT + "0"), true);

        run.finds("told again in other bytes");
    }

    @Test
    void takes_each_try_under_the_number_of_a_refused_payout_for_itself() {
        Order order = run.refusedPayout();
        run.arrives(SHOP, order, Ending.FAILED, failed(order, "N-first", AMOUNT), true);
        run.arrives(SHOP, order, Ending.FAILED, failed(order, "N-second", AMOUNT), true);

        assertTrue(run.judged().stream().noneMatch(one -> one.contains("in other bytes")), run.judged()::toString);

        run.arrives(SHOP, order, Ending.FAILED, failed(order, "N-second", AMOUNT + "0"), true);

        run.finds("told again in other bytes");
    }

    private static String failed(Order order, String number, String amount) {
        return notice(order, Ending.FAILED, Dialect.ENVELOPED, number, amount);
    }

    @Test
    void finds_a_signature_that_does_not_verify() {
        Order order = run.ended(Kind.CAPTURE, Ending.SUCCESS);
        Ledger.Arrived right = run.ledger.arrived.remove();
        String other = (right.sign().startsWith("A") ? "B" : "A") + right.sign().substring(1);
        run.ledger.arrived.add(
                new Ledger.Arrived(SHOP, order.id(), "SUCCESS", right.body(), other, true, right.atNanos()));

        run.finds("told with a signature that does not verify");
    }

    @ParameterizedTest
    @EnumSource
    void finds_the_wrong_dialect(Dialect right) {
        Order order = run.order(Kind.PAYOUT, Ending.SUCCESS, right == Dialect.LEGACY ? LEGACY_SHOP : SHOP);
        run.arrives(order.shop(), order, Ending.SUCCESS, told(order, right.other(), no(order), AMOUNT), true);

        run.finds("told in the dialect " + right.other() + " (expected: " + right + ")");
    }

    @Test
    void finds_the_flat_dialect_where_it_is_not_about_a_payout() {
        Order order = run.order(Kind.CAPTURE, Ending.SUCCESS, LEGACY_SHOP);
        run.arrives(order.shop(), order, Ending.SUCCESS, told(order, Dialect.LEGACY, no(order), AMOUNT), true);

        run.finds("told in the dialect LEGACY (expected: ENVELOPED)");
    }

    @ParameterizedTest
    @EnumSource
    void finds_another_number_and_another_amount(Dialect dialect) {
        Order order = run.ended(Kind.PAYOUT, Ending.SUCCESS, dialect == Dialect.LEGACY ? LEGACY_SHOP : SHOP);
        run.arrives(order.shop(), order, Ending.SUCCESS, told(order, dialect, "N-another", "12.51"), true);

        run.finds("told under the number N-another (expected: " + no(order) + ")");
        run.finds("told with the amount 12.51 (expected: " + AMOUNT + ")");
    }

    private static String told(Order order, Dialect dialect, String number, String amount) {
        return notice(order, Ending.SUCCESS, dialect, number, amount);
    }
}
