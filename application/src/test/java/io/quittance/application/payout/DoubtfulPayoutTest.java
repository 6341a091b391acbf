package io.quittance.application.payout;

import static io.quittance.application.payout.PayoutScene.SAID;
import static io.quittance.application.payout.PlayedPayoutAcquirer.has;
import static io.quittance.application.payout.PlayedPayoutAcquirer.hasNot;
import static io.quittance.application.payout.PlayedPayoutAcquirer.refused;
import static io.quittance.application.payout.PlayedPayoutAcquirer.unknown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.errand.Errand;
import io.quittance.application.errand.Errand.Step;
import io.quittance.application.payout.PayoutAcquirer.Said;
import io.quittance.application.store.Given;
import io.quittance.application.upstream.Answer;
import io.quittance.application.upstream.Search;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Payout.Report;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("An errand about a payout of which nobody knows whether it arrived")
class DoubtfulPayoutTest {
    private final PlayedPayoutAcquirer acquirer = new PlayedPayoutAcquirer();
    private final PayoutScene scene = new PayoutScene(acquirer);
    private final Payout payout = scene.accepted(PayoutScene.command("O1", "the merchant's own words"));

    private Errand errand() {
        return scene.errand(payout).orElseThrow();
    }

    /** One go when it is due, with this answer. */
    private void go(Answer<Said> answer) {
        acquirer.answers(answer);
        scene.clock.set(errand().dueAt());
        scene.run(payout);
    }

    private void waits(Step step, Duration wait) {
        assertEquals(step, errand().step());
        assertEquals(scene.clock.instant().plus(wait), errand().dueAt());
    }

    @Nested
    class That_nobody_can_tell_about {
        @Test
        void asks_soon_whether_it_arrived() {
            go(unknown());

            waits(Step.SEEK, Search.FIRST);
        }

        @Test
        void follows_it_when_it_did() {
            go(unknown());
            go(has());

            waits(Step.QUERY, SubmitPayout.FIRST_QUERY);
        }

        @Test
        void passes_it_on_again_only_after_two_answers_five_minutes_apart_that_it_did_not() {
            go(unknown());
            go(hasNot());
            waits(Step.SEEK_AGAIN, Search.BETWEEN);
            assertTrue(Search.BETWEEN.compareTo(Duration.ofMinutes(5)) >= 0);

            go(hasNot());
            waits(Step.SUBMIT, Duration.ZERO);
            go(has());

            assertEquals(
                    List.of("pay the merchant's own words", "query", "query", "pay the merchant's own words"),
                    acquirer.asked());
        }

        @Test
        void does_not_pass_it_on_again_when_upstream_told_of_it_in_between() {
            go(unknown());
            go(hasNot());
            scene.settle(payout, new Report.Processing(SAID, Optional.empty(), Given.NOON));

            go(hasNot());

            waits(Step.QUERY, SubmitPayout.FIRST_QUERY);
        }

        @Test
        void never_fails_it_when_the_repeat_is_refused() {
            go(unknown());
            go(hasNot());
            go(hasNot());

            go(refused());

            assertEquals("PENDING", scene.state(payout));
            assertEquals(Step.SEEK, errand().step());
            assertEquals(List.of(), scene.deliveries(payout));
        }

        @Test
        void goes_again_at_once_where_upstream_knows_its_ids() {
            acquirer.knowsItsIds(true);

            go(unknown());

            waits(Step.SUBMIT, Duration.ofSeconds(1));
        }
    }

    @Nested
    class That_was_cut_off {
        @Test
        void is_asked_about_before_it_is_passed_on_again() {
            acquirer.breaks();
            assertThrows(IllegalStateException.class, () -> scene.run(payout));
            assertTrue(errand().sending());

            scene.run(payout);

            waits(Step.SEEK, Search.FIRST);
            assertEquals(1, acquirer.asked().size());
        }

        @Test
        void asks_again_when_only_a_query_was_cut_off() {
            go(has());
            acquirer.breaks();
            assertThrows(IllegalStateException.class, () -> scene.run(payout));

            go(has(new Report.Settled(SAID, scene.clock.instant())));

            assertEquals("SUCCESS", scene.state(payout));
        }
    }
}
