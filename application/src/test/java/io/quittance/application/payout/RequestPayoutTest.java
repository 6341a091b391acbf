package io.quittance.application.payout;

import static io.quittance.application.payout.PayoutScene.command;
import static io.quittance.application.payout.PlayedPayoutAcquirer.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.errand.Errand;
import io.quittance.application.journal.JournalEntry.Kind;
import io.quittance.application.payout.RequestPayout.Outcome;
import io.quittance.application.payout.RequestPayout.Outcome.Repeated;
import io.quittance.application.store.AtOnce;
import io.quittance.application.store.Given;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.Report;
import io.quittance.domain.payout.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A merchant's request to pay out")
class RequestPayoutTest {
    private final PlayedPayoutAcquirer acquirer = new PlayedPayoutAcquirer();
    private final PayoutScene scene = new PayoutScene(acquirer);

    @Test
    void is_kept_with_its_words_and_the_errand_to_pass_it_on() {
        Payout payout = scene.accepted(command("O1"));

        assertEquals(payout, scene.now(payout));
        assertEquals(List.of(Kind.REQUESTED), scene.kinds(payout));
        assertEquals(Errand.Step.SUBMIT, scene.errand(payout).orElseThrow().step());
        assertEquals(1, scene.errandsRung.size());
    }

    @Test
    void is_never_paid_again_when_it_comes_again_with_the_same_or_other_content() {
        Payout payout = scene.accepted(command("O1"));

        assertEquals(new Repeated(payout), scene.requests.request(scene.merchant, command("O1")));
        assertEquals(new Repeated(payout), scene.requests.request(scene.merchant, command("O1", "other words")));

        assertEquals(1, scene.store.errands().all().size());
        assertEquals(1, scene.story(payout).getFirst().repeats(), "only the same words count as the same message");
        assertEquals(1, scene.story(payout).size());
        assertEquals(1, scene.errandsRung.size());
    }

    @Test
    void is_answered_with_the_payout_as_it_stands_now() {
        Payout payout = scene.accepted(command("O1"));
        scene.settle(payout, new Report.Settled(Statement.NOTHING, Given.NOON));

        Outcome again = scene.requests.request(scene.merchant, command("O1"));

        assertEquals(new Repeated(scene.now(payout)), again);
    }

    @Test
    void is_its_own_for_each_merchant() {
        Merchant other = Given.merchant(scene.store);
        Payout mine = scene.accepted(command("O1"));

        assertTrue(scene.requests.request(other, command("O1")) instanceof Outcome.Accepted);
        assertEquals(Optional.of(mine), scene.store.payouts().find(scene.merchant.id(), new OutTradeNo("O1")));
    }

    @Nested
    class Under_the_number_of_one_that_upstream_turned_away {
        private final Payout first = scene.accepted(command("O1"));

        private void turnedAway() {
            acquirer.answers(refused());
            scene.run(first);
        }

        @Test
        void is_a_new_try_with_a_number_of_ours_of_its_own() {
            turnedAway();

            Payout second = scene.accepted(command("O1", "corrected"));

            assertEquals(2, second.attempt());
            assertTrue(!second.id().equals(first.id()));
            assertEquals("FAILED", scene.state(first));
            assertEquals(Optional.of(second), scene.store.payouts().find(scene.merchant.id(), first.order()));
            assertEquals(1, scene.deliveries(first).size(), "the first is announced all the same");
        }

        @Test
        void is_a_new_try_also_with_the_same_words() {
            turnedAway();

            assertEquals(2, scene.accepted(command("O1")).attempt());
        }

        @Test
        void is_a_repeat_once_there_is_a_new_try() {
            turnedAway();
            Payout second = scene.accepted(command("O1", "corrected"));

            assertEquals(new Repeated(second), scene.requests.request(scene.merchant, command("O1")));
        }

        @Test
        void goes_on_for_as_many_tries_as_are_turned_away() {
            turnedAway();
            Payout second = scene.accepted(command("O1", "corrected"));
            scene.run(second);

            assertEquals(3, scene.accepted(command("O1", "corrected again")).attempt());
        }

        @Test
        void makes_one_new_try_of_many_at_once() {
            turnedAway();

            List<Outcome> answers = AtOnce.all(
                    IntStream.range(0, 16).boxed().toList(),
                    i -> scene.requests.request(scene.merchant, command("O1", "rival " + i)));

            assertEquals(
                    1,
                    answers.stream().filter(Outcome.Accepted.class::isInstance).count());
            assertEquals(1, scene.store.errands().all().size());
        }

        @Test
        void gets_upstreams_results_from_then_on() {
            turnedAway();
            Payout second = scene.accepted(command("O1", "corrected"));

            scene.settle(second, new Report.Settled(Statement.NOTHING, Given.NOON));

            assertEquals("SUCCESS", scene.state(second));
            assertEquals("FAILED", scene.state(first));
        }
    }

    @Test
    void is_a_repeat_behind_one_that_failed_after_upstream_took_it() {
        Payout payout = scene.accepted(command("O1"));
        scene.settle(payout, new Report.Declined(Statement.NOTHING, Given.NOON, new Failure("X", "y")));

        assertEquals(
                new Repeated(scene.now(payout)), scene.requests.request(scene.merchant, command("O1", "corrected")));
    }
}
